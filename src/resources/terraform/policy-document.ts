import { readDataText } from '../json-value.ts';
import { itemsOf, member, scalar, symbolicText, type Mapping, type Value } from '../value.ts';

/**
 * The policy that the data source `aws_iam_policy_document` makes (Terraform AWS provider, its documentation), as the
 * value that its JSON says. Statements of `source_policy_documents` come first; one with the `sid` of another replaces
 * it.
 */
export function renderPolicyDocument(attributes: Mapping): Mapping {
  const { at } = attributes;
  const own = itemsOf(member(attributes, 'statement')).map(renderStatement);
  const statements = [
    ...documents(attributes, 'source_policy_documents', 'source_json'),
    ...own,
    ...documents(attributes, 'override_policy_documents', 'override_json'),
  ];
  const bySid = new Map<string, Value>();
  for (const [index, statement] of statements.entries()) {
    bySid.set(symbolicText(member(statement, 'Sid')) ?? String(index), statement);
  }
  const items = [...bySid.values()];
  return { kind: 'map', entries: new Map<string, Value>([['Statement', { kind: 'list', items, at }]]), at };
}

function documents(attributes: Mapping, ...names: readonly string[]): readonly Value[] {
  const texts = names.flatMap((name) => itemsOf(member(attributes, name)));
  return texts.flatMap((text) => {
    const document = readDataText(text);
    return document ? itemsOf(member(document, 'Statement')) : [text];
  });
}

const lists: readonly (readonly [string, string])[] = [
  ['actions', 'Action'],
  ['not_actions', 'NotAction'],
  ['resources', 'Resource'],
  ['not_resources', 'NotResource'],
];

function renderStatement(statement: Value): Value {
  if (statement.kind !== 'map') return statement;
  const { at } = statement;
  const entries = new Map<string, Value>([['Effect', member(statement, 'effect') ?? scalar('Allow', at)]]);
  const sid = member(statement, 'sid');
  if (sid) entries.set('Sid', sid);
  for (const [written, name] of lists) {
    const value = member(statement, written);
    if (value) entries.set(name, value);
  }
  for (const [written, name] of [
    ['principals', 'Principal'],
    ['not_principals', 'NotPrincipal'],
  ] as const) {
    const blocks = itemsOf(member(statement, written));
    if (blocks.length > 0) entries.set(name, byType(blocks, at));
  }
  const conditions = itemsOf(member(statement, 'condition'));
  if (conditions.length > 0) entries.set('Condition', renderConditions(conditions, at));
  return { kind: 'map', entries, at };
}

/** `{ type: "Federated", identifiers: [...] }` as `{ Federated: [...] }`. */
function byType(blocks: readonly Value[], at: Value['at']): Value {
  const entries = new Map<string, Value>();
  for (const block of blocks) {
    const type = symbolicText(member(block, 'type')) ?? '?';
    const identifiers = block.kind === 'map' ? itemsOf(member(block, 'identifiers')) : [block];
    entries.set(type, { kind: 'list', items: [...itemsOf(entries.get(type)), ...identifiers], at: block.at });
  }
  return { kind: 'map', entries, at };
}

/** `{ test, variable, values }` as `{ [test]: { [variable]: values } }`; an open one stays as it is. */
function renderConditions(conditions: readonly Value[], at: Value['at']): Value {
  const open = conditions.find(({ kind }) => kind !== 'map');
  if (open) return open;
  const tests = new Map<string, Map<string, Value>>();
  for (const condition of conditions) {
    const test = symbolicText(member(condition, 'test')) ?? '?';
    const variable = symbolicText(member(condition, 'variable')) ?? '?';
    const values = member(condition, 'values');
    const keys = tests.get(test) ?? new Map<string, Value>();
    tests.set(test, keys);
    const items = values && values.kind !== 'list' ? [values] : itemsOf(values);
    keys.set(variable, { kind: 'list', items: [...itemsOf(keys.get(variable)), ...items], at: condition.at });
  }
  const entries = [...tests].map(([test, keys]) => [test, { kind: 'map', entries: keys, at } satisfies Value] as const);
  return { kind: 'map', entries: new Map(entries), at };
}
