import { allOf, anyOf, decided, no, not, undecided, yes, type Decision } from '../decision.ts';
import { isOpen, subjectOf, symbolicText, textOf, type Open, type Value } from '../value.ts';
import type { Condition } from './policy.ts';
import { matchesWildcard } from './wildcard.ts';

/** What a request says of a key: its values, none when the request has no such key, undefined when that is not known. */
export type KeyLookup = (key: string) => readonly string[] | undefined;

interface Operator {
  readonly set: 'ForAllValues' | 'ForAnyValue' | undefined;
  readonly test: string;
  readonly negated: boolean;
  readonly ifExists: boolean;
}

/**
 * Whether a condition holds (IAM User Guide, "Condition operators", "Multivalued context keys"). An open part of a
 * pattern stands for a name of its own; a pattern that is open as a whole leaves it undecided.
 */
export function conditionHolds(condition: Condition, lookup: KeyLookup): Decision {
  const { key, values } = condition;
  const operator = readOperator(condition.operator);
  const present = lookup(key);
  if (present === undefined) return undecided(`the value of ${key}`);
  if (operator.test === 'null') {
    return anyOf(values.map((value) => decided((textOf(value)?.toLowerCase() === 'true') === (present.length === 0))));
  }
  if (present.length === 0) {
    // A key that is missing is not in any list, and every value of none is in each.
    if (operator.set === 'ForAnyValue') return no;
    return decided(operator.ifExists || operator.set === 'ForAllValues' || operator.negated);
  }
  const test = tests.get(operator.test);
  if (!test) return undecided(`what ${condition.operator} of ${key} says`);
  const each = present.map((text) => {
    const matching = anyOf(values.map((value) => matchOne(value, text, test)));
    return operator.negated ? not(matching) : matching;
  });
  return operator.set === 'ForAnyValue' ? anyOf(each) : allOf(each);
}

type Test = (pattern: string, text: string) => boolean;

const tests = new Map<string, Test>([
  ['stringequals', (pattern, text) => pattern === text],
  ['stringequalsignorecase', (pattern, text) => pattern.toLowerCase() === text.toLowerCase()],
  ['stringlike', (pattern, text) => matchesWildcard(pattern, text)],
  ['arnequals', (pattern, text) => matchesWildcard(pattern, text)],
  ['arnlike', (pattern, text) => matchesWildcard(pattern, text)],
  ['bool', (pattern, text) => pattern.toLowerCase() === text.toLowerCase()],
  ['numericequals', (pattern, text) => Number(pattern) === Number(text)],
]);

function readOperator(written: string): Operator {
  const [, set, name = ''] = /^(?:(ForAllValues|ForAnyValue):)?(.*)$/i.exec(written) ?? [];
  const ifExists = /IfExists$/i.test(name);
  const bare = name.replace(/IfExists$/i, '');
  const negated = /^(?:String|Arn|Numeric)Not/i.test(bare);
  const test = bare.replace(/^(String|Arn|Numeric)Not/i, '$1').toLowerCase();
  const sets = { forallvalues: 'ForAllValues', foranyvalue: 'ForAnyValue' } as const;
  return { set: set === undefined ? undefined : sets[set.toLowerCase() as keyof typeof sets], test, negated, ifExists };
}

function matchOne(value: Value, text: string, test: Test): Decision {
  if (isOpen(value)) return undecided(reasonOf(value));
  const pattern = symbolicText(value);
  if (pattern !== undefined && test(pattern, text)) return yes;
  const rest = value.kind === 'text' ? value.parts.at(-1) : undefined;
  return rest !== undefined && typeof rest !== 'string' && mayBringParts(value, text) ? undecided(reasonOf(rest)) : no;
}

function reasonOf(open: Open): string {
  return open.kind === 'unknown' ? open.why : `the value of ${subjectOf(open)}`;
}

/** Whether an open end would have to be more than a name to match: parts of texts that are compared end at colons. */
function mayBringParts(value: Value, text: string): boolean {
  if (value.kind !== 'text') return false;
  const known = symbolicText({ ...value, parts: value.parts.slice(0, -1) }) ?? '';
  return matchesWildcard(`${known}*`, text) && text.split(':').length > known.split(':').length;
}
