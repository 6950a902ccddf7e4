import {
  define,
  defineVariadic,
  stringList,
  type FunctionTable,
  type TemplateFunction,
} from '../functions/template-function.ts';
import { FunctionError } from '../template-error.ts';
import { GoList, GoMap, typeName, type GoValue } from '../value/go-value.ts';
import { isEmpty, isNil, toText } from './convert.ts';

function dict(pairs: readonly GoValue[]): GoMap {
  const map = new GoMap();
  for (let at = 0; at < pairs.length; at += 2) {
    map.entries.set(toText(pairs[at]), at + 1 < pairs.length ? (pairs[at + 1] ?? null) : '');
  }
  return map;
}

/** Adds what the target lacks, or, if `overwrites`, whatever is not empty; maps in maps likewise. */
function merge(target: GoMap, source: GoMap, overwrites: boolean, depth = 0): GoMap {
  if (depth > 100) throw new FunctionError('maps are nested too deeply');
  for (const [key, value] of source.entries) {
    const own = target.entries.get(key);
    if (own instanceof GoMap && value instanceof GoMap) merge(own, value, overwrites, depth + 1);
    else if (!isNil(value) && (isEmpty(own) || (overwrites && !isEmpty(value)))) target.entries.set(key, value);
  }
  return target;
}

function deepCopy(value: GoValue, depth = 0): GoValue {
  if (depth > 100) throw new FunctionError('values are nested too deeply');
  if (value instanceof GoList) {
    return new GoList(
      value.items.map((item) => deepCopy(item, depth + 1)),
      value.element,
    );
  }
  if (!(value instanceof GoMap)) return value;
  const entries = [...value.entries].map(([key, item]): [string, GoValue] => [key, deepCopy(item, depth + 1)]);
  return new GoMap(new Map(entries), value.element);
}

function dig(values: readonly GoValue[]): GoValue {
  if (values.length < 3) throw new FunctionError('dig needs at least three arguments');
  const otherwise = values.at(-2);
  let value = values.at(-1);
  for (const key of values.slice(0, -2)) {
    if (!(value instanceof GoMap)) {
      throw new FunctionError(`interface conversion: interface {} is ${typeName(value)}, not map[string]interface {}`);
    }
    const name = toText(key);
    if (!value.entries.has(name)) return otherwise;
    value = value.entries.get(name);
  }
  return value;
}

function filterKeys(map: GoMap, keep: (key: string) => boolean): GoMap {
  return new GoMap(new Map([...map.entries].filter(([key]) => keep(key))), map.element);
}

const mergeMaps = defineVariadic(['map'], 'map', (target, ...sources) => {
  for (const source of sources) merge(target, source, false);
  return target;
});
const mergeOver = defineVariadic(['map'], 'map', (target, ...sources) => {
  for (const source of sources) merge(target, source, true);
  return target;
});
const copy = define(['any'], (value) => deepCopy(value));

/** sprig's functions for maps ("Dictionaries and Dict Functions"); keys come sorted, where Go's order is random. */
export const dictFunctions: FunctionTable = new Map<string, TemplateFunction>([
  ['dict', defineVariadic([], 'any', (...pairs) => dict(pairs))],
  ['get', define(['map', 'string'], (map, key) => (map.entries.has(key) ? map.entries.get(key) : ''))],
  [
    'set',
    define(['map', 'string', 'any'], (map, key, value) => {
      map.entries.set(key, value ?? null);
      return map;
    }),
  ],
  [
    'unset',
    define(['map', 'string'], (map, key) => {
      map.entries.delete(key);
      return map;
    }),
  ],
  ['hasKey', define(['map', 'string'], (map, key) => map.entries.has(key))],
  [
    'pluck',
    defineVariadic(
      ['string'],
      'map',
      (key, ...maps) => new GoList(maps.filter((map) => map.entries.has(key)).map((map) => map.entries.get(key))),
    ),
  ],
  ['keys', defineVariadic([], 'map', (...maps) => stringList(maps.flatMap((map) => map.sortedKeys())))],
  ['values', define(['map'], (map) => new GoList(map.sortedKeys().map((key) => map.entries.get(key))))],
  ['pick', defineVariadic(['map'], 'string', (map, ...keys) => filterKeys(map, (key) => keys.includes(key)))],
  ['omit', defineVariadic(['map'], 'string', (map, ...keys) => filterKeys(map, (key) => !keys.includes(key)))],
  ['merge', mergeMaps],
  ['mustMerge', mergeMaps],
  ['mergeOverwrite', mergeOver],
  ['mustMergeOverwrite', mergeOver],
  ['deepCopy', copy],
  ['mustDeepCopy', copy],
  ['dig', defineVariadic([], 'any', (...values) => dig(values))],
]);
