import { sameValue, toBoolean, toNumber } from '../../conversions.ts';
import { isOpen, scalar, symbolicText, textOf, type List, type Mapping, type Value } from '../../value.ts';
import { distinct } from './distinct.ts';
import { graphemes } from './graphemes.ts';
import { ofPlain, type NamedFunction, type TerraformFunction } from './function.ts';

const isList = (value: Value | undefined): value is List => value?.kind === 'list';
const isNull = (value: Value): boolean => value.kind === 'scalar' && value.value === null;

/** A function of one list. */
function ofList(
  compute: (items: readonly Value[], rest: readonly Value[]) => Value | readonly Value[] | undefined,
): TerraformFunction {
  return ([list, ...rest], at) => {
    if (!isList(list)) return undefined;
    const result = compute(list.items, rest);
    if (result === undefined || 'kind' in result) return result;
    return { kind: 'list', items: result, at };
  };
}

function keysOf({ entries }: Mapping): readonly string[] {
  return [...entries.keys()].toSorted();
}

const concat: TerraformFunction = (args, at) =>
  args.every(isList) ? { kind: 'list', items: args.flatMap(({ items }) => items), at } : undefined;

const merge: TerraformFunction = (args, at) => {
  const maps = args.filter((arg) => !isNull(arg));
  if (!maps.every((map): map is Mapping => map.kind === 'map')) return undefined;
  return { kind: 'map', entries: new Map(maps.flatMap(({ entries }) => [...entries])), at };
};

const lookup: TerraformFunction = ([map, key, fallback]) => {
  const name = textOf(key);
  if (map?.kind !== 'map' || name === undefined) return undefined;
  return map.entries.get(name) ?? fallback;
};

function flatten(items: readonly Value[]): readonly Value[] {
  return items.flatMap((item) => (item.kind === 'list' ? flatten(item.items) : [item]));
}

const contains: TerraformFunction = ([list, wanted], at) => {
  if (!isList(list) || !wanted) return undefined;
  const same = new Set(list.items.map((item) => sameValue(item, wanted)));
  if (same.has(true)) return scalar(true, at);
  return same.has(undefined) ? undefined : scalar(false, at);
};

const length: TerraformFunction = ([value], at) => {
  if (value?.kind === 'map') return scalar(value.entries.size, at);
  if (isList(value)) return scalar(value.items.length, at);
  return value?.kind === 'scalar' && typeof value.value === 'string'
    ? scalar(graphemes(value.value).length, at)
    : undefined;
};

const allTrue = (decides: boolean): TerraformFunction => {
  return ([list], at) => {
    if (!isList(list)) return undefined;
    const truths = new Set(list.items.map(toBoolean));
    if (truths.has(decides)) return scalar(decides, at);
    return truths.has(undefined) ? undefined : scalar(!decides, at);
  };
};

const zipmap: TerraformFunction = ([keys, values], at) => {
  if (!isList(keys) || !isList(values)) return undefined;
  const entries = keys.items.map((key, index) => [symbolicText(key), values.items[index]] as const);
  const made = new Map<string, Value>();
  for (const [key, value] of entries) {
    if (key === undefined || !value) return undefined;
    made.set(key, value);
  }
  return { kind: 'map', entries: made, at };
};

const mostItems = 20_000;

const setProduct: TerraformFunction = (lists, at) => {
  let rows: readonly (readonly Value[])[] = [[]];
  for (const list of lists) {
    if (!isList(list) || rows.length * list.items.length > mostItems) return undefined;
    rows = rows.flatMap((row) => list.items.map((item) => [...row, item]));
  }
  return { kind: 'list', items: rows.map((items): Value => ({ kind: 'list', items, at })), at };
};

function plainSets(keep: (isIn: (set: number) => boolean) => boolean): TerraformFunction {
  return ofPlain((...lists) => {
    const sets = lists.map((list) => new Set<unknown>(Array.isArray(list) ? list : []));
    const all = new Set(sets.flatMap((set) => [...set]));
    return [...all].filter((item) => keep((index) => sets[index]?.has(item) ?? true));
  });
}

export const collectionFunctions: readonly NamedFunction[] = [
  ['concat', concat],
  ['merge', merge],
  ['lookup', lookup],
  ['contains', contains],
  ['length', length],
  ['zipmap', zipmap],
  ['setproduct', setProduct],
  [
    'setunion',
    (args, at) =>
      args.every(isList) ? { kind: 'list', items: distinct(args.flatMap(({ items }) => items)), at } : undefined,
  ],
  ['setintersection', plainSets((isIn) => isIn(0) && isIn(1) && isIn(2))],
  ['setsubtract', plainSets((isIn) => isIn(0) && !isIn(1))],
  ['alltrue', allTrue(false)],
  ['anytrue', allTrue(true)],
  ['flatten', ofList(flatten)],
  ['compact', ofList((items) => items.filter((item) => !isNull(item) && textOf(item) !== ''))],
  ['distinct', ofList(distinct)],
  ['reverse', ofList((items) => items.toReversed())],
  ['one', ofList(([first]) => first)],
  ['coalescelist', (args) => args.find((arg) => isOpen(arg) || (isList(arg) && arg.items.length > 0))],
  ['coalesce', (args) => args.find((arg) => !isNull(arg) && textOf(arg) !== '')],
  [
    'element',
    ofList((items, [index]) => {
      const number = index && toNumber(index);
      return number === undefined ? undefined : items[((number % items.length) + items.length) % items.length];
    }),
  ],
  [
    'slice',
    ofList((items, [from, to]) => {
      const [start, end] = [from && toNumber(from), to && toNumber(to)];
      return start === undefined || end === undefined ? undefined : items.slice(start, end);
    }),
  ],
  [
    'chunklist',
    ofList((items, [size]) => {
      const width = size && toNumber(size);
      const at = items[0]?.at;
      if (!width || width < 1 || !at) return undefined;
      const starts = Array.from({ length: Math.ceil(items.length / width) }, (_, index) => index * width);
      return starts.map((start): Value => ({ kind: 'list', items: items.slice(start, start + width), at }));
    }),
  ],
  [
    'index',
    ofPlain((list, wanted) => (Array.isArray(list) && list.includes(wanted) ? list.indexOf(wanted) : undefined)),
  ],
  [
    'keys',
    ([map], at) =>
      map?.kind === 'map' ? { kind: 'list', items: keysOf(map).map((key) => scalar(key, at)), at } : undefined,
  ],
  [
    'values',
    ([map], at) =>
      map?.kind === 'map'
        ? { kind: 'list', items: keysOf(map).flatMap((key) => map.entries.get(key) ?? []), at }
        : undefined,
  ],
  [
    'range',
    ofPlain((...args) => {
      const [from, to] = args.length === 1 ? [0, Number(args[0])] : [Number(args[0]), Number(args[1])];
      const step = Number(args[2] ?? (to < from ? -1 : 1));
      const count = Math.max(0, Math.ceil((to - from) / step));
      return count <= 1024 ? Array.from({ length: count }, (_, index) => from + index * step) : undefined;
    }),
  ],
];
