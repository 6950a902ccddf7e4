import { RE2JS } from 're2js';
import { and, known, not, or, unknown, type Truth } from '../truth.ts';
import type { Expression, Operand } from './expression.ts';
import { absent, exact, type KnownValue } from './known-value.ts';
import { canBe, someMatches, type TextPattern } from './name-patterns.ts';

type Comparison = Extract<Expression, { kind: 'compare' }>;

/** Tells what is known of a variable. */
export type Lookup = (name: string) => KnownValue;

/** The truth of a condition where only some variables are known. */
export function evaluate(expression: Expression, lookup: Lookup): Truth {
  if (expression.kind === 'not') return not(evaluate(expression.operand, lookup));
  if (expression.kind === 'value') return isSet(expression.operand, lookup);
  if (expression.kind === 'compare') return compare(expression, lookup);
  const join = expression.kind === 'or' ? or : and;
  return join(evaluate(expression.left, lookup), evaluate(expression.right, lookup));
}

function compare({ operator, left, right }: Comparison, lookup: Lookup): Truth {
  const truth = (operator === '==' || operator === '!=' ? equal : matches)(left, right, lookup);
  return operator === '==' || operator === '=~' ? truth : not(truth);
}

/** A lone variable is true when it is defined and not empty. */
function isSet(operand: Operand, lookup: Lookup): Truth {
  const value = valueOf(operand, lookup);
  if (value.kind === 'unknown') return unknown(nameOf(operand), value.chosen);
  return known(value.kind === 'some' || (value.kind === 'exact' && value.text !== ''));
}

function equal(left: Operand, right: Operand, lookup: Lookup): Truth {
  const [a, b] = [valueOf(left, lookup), valueOf(right, lookup)];
  if (left.kind === 'variable' && right.kind === 'variable' && left.name === right.name) return known(true);
  if (a.kind === 'unknown' || b.kind === 'unknown') return undecided('==', left, right, a, b);
  if (a.kind === 'exact' && b.kind === 'exact') return known(a.text === b.text);
  if (a.kind === 'absent' || b.kind === 'absent') return known(a.kind === b.kind);
  return excludes(a, b) || excludes(b, a) ? known(false) : undecided('==', left, right, a, b);
}

function excludes(some: KnownValue, other: KnownValue): boolean {
  return some.kind === 'some' && other.kind === 'exact' && !canBe(other.text, some);
}

function matches(left: Operand, right: Operand, lookup: Lookup): Truth {
  const value = valueOf(left, lookup);
  const pattern = patternOf(right, lookup);
  if (value.kind === 'absent') return known(false);
  const decided = value.kind === 'some' && pattern ? someMatches(value, pattern) : undefined;
  if (decided !== undefined) return known(decided);
  if (pattern === undefined || value.kind !== 'exact')
    return undecided('=~', left, right, value, valueOf(right, lookup));
  return known(pattern.matches(value.text));
}

function patternOf(operand: Operand, lookup: Lookup): TextPattern | undefined {
  if (operand.kind === 'pattern') return compile(operand.source, operand.flags);
  const value = valueOf(operand, lookup);
  // A variable holds a pattern when its text is written as one.
  const written = value.kind === 'exact' ? /^\/(?<source>.+)\/(?<flags>[ismU]*)$/s.exec(value.text)?.groups : undefined;
  return written && compile(written['source'] ?? '', written['flags'] ?? '');
}

function compile(source: string, flags: string): TextPattern | undefined {
  try {
    const expression = RE2JS.compile(flags === '' ? source : `(?${flags})${source}`);
    return { source: flags === '' ? source : '', matches: (text) => expression.matcher(text).find() };
  } catch {
    // Not an RE2 expression: GitLab refuses it too.
    return undefined;
  }
}

function valueOf(operand: Operand, lookup: Lookup): KnownValue {
  if (operand.kind === 'variable') return lookup(operand.name);
  if (operand.kind === 'text') return exact(operand.text);
  return operand.kind === 'null' ? absent : exact(`/${operand.source}/${operand.flags}`);
}

function undecided(operator: string, left: Operand, right: Operand, a: KnownValue, b: KnownValue): Truth {
  const chosen = [a, b].some((value) => (value.kind === 'some' || value.kind === 'unknown') && value.chosen);
  return unknown(`${nameOf(left)} ${operator} ${nameOf(right)}`, chosen);
}

function nameOf(operand: Operand): string {
  if (operand.kind === 'variable') return `$${operand.name}`;
  if (operand.kind === 'text') return JSON.stringify(operand.text);
  return operand.kind === 'null' ? 'null' : `/${operand.source}/${operand.flags}`;
}
