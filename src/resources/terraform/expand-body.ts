import type { Block, Body, Expression } from '../../lib/hcl/syntax.ts';
import type { TextRange } from '../../lib/text/source-text.ts';
import { toBoolean } from '../conversions.ts';
import { itemsOf, opensIn, scalar, textOf, unknown, type Mapping, type Value } from '../value.ts';
import { evaluate } from './evaluate.ts';
import { withLocals, type Scope } from './scope.ts';

/** Attributes and blocks of a body: each kind of block is a list of maps, `dynamic` ones are made. */
export function expandBody(body: Body, scope: Scope): Mapping {
  const at = { source: scope.source, start: body.start, end: body.end };
  const names = new Set([...body.attributes.map(({ name }) => name), ...body.blocks.map(blockName)]);
  const entries = [...names].flatMap((name) => {
    const value = memberOfBody(body, name, scope);
    return value ? [[name, value] as const] : [];
  });
  return { kind: 'map', entries: new Map(entries), at };
}

/** One attribute or kind of block of a body, without working out the others; undefined when it is not set. */
export function memberOfBody(body: Body, name: string, scope: Scope): Value | undefined {
  const attribute = body.attributes.find((other) => other.name === name);
  if (attribute) {
    const value = evaluate(attribute.value, scope);
    // Null is as good as not written.
    return value.kind === 'scalar' && value.value === null ? undefined : value;
  }
  const blocks = body.blocks.filter((block) => blockName(block) === name);
  const [first] = blocks;
  if (!first) return undefined;
  const items = blocks.flatMap((block) => expandBlock(block, scope));
  return { kind: 'list', items, at: { source: scope.source, ...first.header } };
}

function blockName({ type, labels }: Block): string {
  return type === 'dynamic' ? (labels[0] ?? type) : type;
}

function expandBlock(block: Block, scope: Scope): readonly Value[] {
  const at: TextRange = { source: scope.source, start: block.start, end: block.end };
  if (block.type !== 'dynamic') return scope.budget.spend(1) ? [{ ...expandBody(block.body, scope), at }] : [];
  const content = block.body.blocks.find(({ type }) => type === 'content');
  const forEach = block.body.attributes.find(({ name }) => name === 'for_each');
  const [label = ''] = block.labels;
  const iterator = block.body.attributes.find(({ name }) => name === 'iterator');
  const name = (iterator && iteratorName(iterator.value)) ?? label;
  if (!content || !forEach) return [];
  const collection = evaluate(forEach.value, scope);
  const elements = elementsOf(collection);
  if (!elements) {
    const [open] = opensIn(collection);
    return [open ?? unknown(label, 'what its blocks are made for is no list', at)];
  }
  return elements.flatMap(([key, value]) => {
    if (!scope.budget.spend(1)) return [];
    const element: Mapping = { kind: 'map', entries: new Map([['key', key] as const, ['value', value] as const]), at };
    return [{ ...expandBody(content.body, withLocals(scope, [[name, element]])), at }];
  });
}

/** A bare word; a text in the JSON syntax. */
function iteratorName(value: Expression): string | undefined {
  if (value.kind === 'variable') return value.name;
  return value.kind === 'literal' && typeof value.value === 'string' ? value.value : undefined;
}

function elementsOf(collection: Value): readonly (readonly [Value, Value])[] | undefined {
  if (collection.kind === 'list') return collection.items.map((item, index) => [scalar(index, item.at), item]);
  if (collection.kind !== 'map') return undefined;
  return [...collection.entries].map(([key, value]) => [scalar(key, value.at), value]);
}

/** One of what `count` or `for_each` makes of a block; the only one when it has neither. */
export interface Instance {
  /** As in its address: `["key"]`, `[0]`, or nothing. */
  readonly suffix: string;
  readonly key: string | number | undefined;
  readonly scope: Scope;
}

const mostInstances = 1000;

/** The instances of a block. When their number is not known there is one without index, never none. */
export function instancesOf(body: Body, scope: Scope): readonly Instance[] {
  const count = body.attributes.find(({ name }) => name === 'count');
  if (count) return countInstances(evaluate(count.value, scope), scope);
  const forEach = body.attributes.find(({ name }) => name === 'for_each');
  if (!forEach) return [{ suffix: '', key: undefined, scope }];
  const collection = evaluate(forEach.value, scope);
  const entries = eachEntries(collection);
  if (!entries) return [openInstance(collection, scope)];
  return entries.slice(0, mostInstances).map(([key, value]) => {
    const each: Mapping = {
      kind: 'map',
      entries: new Map<string, Value>([
        ['key', scalar(key, value.at)],
        ['value', value],
      ]),
      at: value.at,
    };
    return { suffix: `[${JSON.stringify(key)}]`, key, scope: withLocals(scope, [['each', each]]) };
  });
}

function eachEntries(collection: Value): readonly (readonly [string, Value])[] | undefined {
  if (collection.kind === 'map') return [...collection.entries].sort(([a], [b]) => (a < b ? -1 : 1));
  if (collection.kind !== 'list') return undefined;
  return collection.items.map((item) => [textOf(item) ?? [...opensIn(item)].map(nameOf).join(''), item]);
}

function nameOf(open: Value): string {
  return open.kind === 'unknown' ? open.subject : '?';
}

function openInstance(collection: Value, scope: Scope): Instance {
  const [open] = itemsOf(collection).flatMap((item) => [...opensIn(item)]);
  const each = open ?? unknown('each', 'what it is made for is not known', collection.at);
  const count: Mapping = { kind: 'map', entries: new Map([['index', each]]), at: collection.at };
  return {
    suffix: '',
    key: undefined,
    scope: withLocals(scope, [
      ['each', named(each, 'each')],
      ['count', count],
    ]),
  };
}

/** The keys and values of what is open are open, under the names that a reader knows. */
function named(open: Value, name: string): Value {
  const part = (key: string): Value => ({
    kind: 'unknown',
    subject: `${name}.${key}`,
    why: open.kind === 'unknown' ? open.why : 'what it is made for is not known',
    at: open.at,
  });
  return {
    kind: 'map',
    entries: new Map([
      ['key', part('key')],
      ['value', part('value')],
    ]),
    at: open.at,
  };
}

function countInstances(count: Value, scope: Scope): readonly Instance[] {
  const truth = count.kind === 'scalar' ? (toBoolean(count) ?? count.value) : undefined;
  if (typeof truth !== 'number' && typeof truth !== 'string') return [openInstance(count, scope)];
  const number = Math.min(Number(truth), mostInstances);
  if (!Number.isInteger(number)) return [openInstance(count, scope)];
  return Array.from({ length: Math.max(0, number) }, (_, index) => {
    const entries = new Map([['index', scalar(index, count.at)]]);
    const scoped = withLocals(scope, [['count', { kind: 'map', entries, at: count.at }]]);
    return { suffix: `[${index}]`, key: index, scope: scoped };
  });
}
