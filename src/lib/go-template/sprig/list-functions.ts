import { define, defineVariadic, type FunctionTable, type TemplateFunction } from '../functions/template-function.ts';
import { requireRoom } from '../limits.ts';
import { FunctionError } from '../template-error.ts';
import { GoList, type GoInt, type GoValue } from '../value/go-value.ts';
import { isEmpty, isNil, itemsOf, toInteger } from './convert.ts';
import { deepEqual } from './deep-equal.ts';

function list(items: readonly GoValue[]): GoList {
  requireRoom(8 * items.length);
  return new GoList(items.map((item) => item ?? null));
}

/** Comparisons that functions may make. */
const mostComparisons = 20_000_000;

function includes(items: readonly GoValue[], value: GoValue): boolean {
  return items.some((item) => deepEqual(item, value));
}

function unique(items: readonly GoValue[]): GoList {
  if (items.length ** 2 > mostComparisons) throw new FunctionError('list too long');
  const kept: GoValue[] = [];
  for (const item of items) if (!includes(kept, item)) kept.push(item);
  return list(kept);
}

function without(items: readonly GoValue[], omitted: readonly GoValue[]): GoList {
  if (items.length * omitted.length > mostComparisons) throw new FunctionError('list too long');
  return list(items.filter((item) => !includes(omitted, item)));
}

function has(needle: GoValue, haystack: GoValue): boolean {
  return !isNil(haystack) && includes(itemsOf(haystack, 'find has on'), needle);
}

function slice(value: GoValue, bounds: readonly GoValue[]): GoValue {
  const items = itemsOf(value, 'slice on');
  if (items.length === 0) return null;
  const start = bounds.length > 0 ? Number(toInteger(bounds[0])) : 0;
  const end = bounds.length > 1 ? Number(toInteger(bounds[1])) : items.length;
  if (start < 0 || end > items.length || start > end)
    throw new FunctionError('reflect.Value.Slice: slice index out of bounds');
  return new GoList(items.slice(start, end), value instanceof GoList ? value.element : undefined);
}

function chunk(size: GoInt, value: GoValue): GoList {
  const items = itemsOf(value, 'chunk on');
  const length = Number(size.value);
  if (length <= 0) throw new FunctionError('runtime error: integer divide by zero');
  const chunks: GoList[] = [];
  for (let at = 0; at < items.length; at += length) chunks.push(list(items.slice(at, at + length)));
  return new GoList(chunks, '[]interface {}');
}

function concat(lists: readonly GoValue[]): GoList {
  return list(lists.flatMap((each) => itemsOf(each, 'concat', ' as list')));
}

/** Each under its name and under the one with which errors are returned in Go; here both stop the template. */
function pair(name: string, defined: TemplateFunction): [string, TemplateFunction][] {
  return [
    [name, defined],
    [`must${name.charAt(0).toUpperCase()}${name.slice(1)}`, defined],
  ];
}

const append = define(['any', 'any'], (value, item) => list([...itemsOf(value, 'push on'), item]));
const listOf = defineVariadic([], 'any', (...items) => list(items));

/** sprig's functions for lists ("Lists and List Functions"). */
export const listFunctions: FunctionTable = new Map<string, TemplateFunction>([
  ['list', listOf],
  ['tuple', listOf],
  ...pair(
    'first',
    define(['any'], (value) => itemsOf(value, 'find first on')[0] ?? null),
  ),
  ...pair(
    'last',
    define(['any'], (value) => itemsOf(value, 'find last on').at(-1) ?? null),
  ),
  ...pair(
    'rest',
    define(['any'], (value) => list(itemsOf(value, 'find rest on').slice(1))),
  ),
  ...pair(
    'initial',
    define(['any'], (value) => list(itemsOf(value, 'find initial on').slice(0, -1))),
  ),
  ...pair('append', append),
  ...pair('push', append),
  ...pair(
    'prepend',
    define(['any', 'any'], (value, item) => list([item, ...itemsOf(value, 'prepend on')])),
  ),
  ['concat', defineVariadic([], 'any', (...lists) => concat(lists))],
  ...pair(
    'reverse',
    define(['any'], (value) => list(itemsOf(value, 'find reverse on').toReversed())),
  ),
  ...pair(
    'uniq',
    define(['any'], (value) => unique(itemsOf(value, 'find uniq on'))),
  ),
  ...pair(
    'without',
    defineVariadic(['any'], 'any', (value, ...omitted) => without(itemsOf(value, 'find without on'), omitted)),
  ),
  ...pair('has', define(['any', 'any'], has)),
  ...pair(
    'compact',
    define(['any'], (value) => list(itemsOf(value, 'compact on').filter((item) => !isEmpty(item)))),
  ),
  ...pair(
    'slice',
    defineVariadic(['any'], 'any', (value, ...bounds) => slice(value, bounds)),
  ),
  ...pair('chunk', define(['int', 'any'], chunk)),
]);
