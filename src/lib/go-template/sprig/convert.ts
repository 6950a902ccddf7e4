import { formatArgument } from '../format/format-value.ts';
import { parseInteger } from '../syntax/parse-number.ts';
import { FunctionError } from '../template-error.ts';
import { GoFloat, GoInt, GoList, GoNil, GoStruct, GoTime, isTrue, typeName, type GoValue } from '../value/go-value.ts';

/** A value as text, as sprig's functions take it. */
export function toText(value: GoValue): string {
  return typeof value === 'string' ? value : formatArgument(value, 'v');
}

/** A list as texts, without what is nil; a single value is a list of one. */
export function toTexts(value: GoValue): string[] {
  if (value instanceof GoList) return value.items.filter((item) => !isNil(item)).map(toText);
  return isNil(value) ? [] : [toText(value)];
}

export function isNil(value: GoValue): boolean {
  return value === undefined || value === null || value instanceof GoNil;
}

const range = 2n ** 63n;

/** A whole number, 0 for what is none; texts are read as Go writes its integers. */
export function toInteger(value: GoValue): bigint {
  if (value instanceof GoInt) return value.value;
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (value instanceof GoFloat) {
    const whole = Math.trunc(value.value);
    return Number.isFinite(whole) && Math.abs(whole) < 2 ** 63 ? BigInt(whole) : -range;
  }
  const parsed = typeof value === 'string' ? parseInteger(value.replace(/\.0*$/, '')) : undefined;
  return parsed === undefined || parsed >= range || parsed < -range ? 0n : parsed;
}

/** A number, 0 for what is none. */
export function toFloat(value: GoValue): number {
  if (value instanceof GoFloat) return value.value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof GoInt) return Number(value.value);
  if (typeof value !== 'string' || !/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(value)) return 0;
  return Number(value);
}

/** What `default` replaces. Structures are never empty. */
export function isEmpty(value: GoValue): boolean {
  return !(value instanceof GoStruct || value instanceof GoTime) && !isTrue(value);
}

/** The elements of a list; `task` and `suffix` are the error's words around the type of other values. */
export function itemsOf(value: GoValue, task: string, suffix = ''): readonly GoValue[] {
  if (value instanceof GoList) return value.items;
  if (value instanceof GoNil && value.type.startsWith('[')) return [];
  throw new FunctionError(`Cannot ${task} type ${isNil(value) ? 'invalid' : kindWord(value)}${suffix}`);
}

function kindWord(value: GoValue): string {
  return value instanceof GoStruct ? 'struct' : typeName(value).startsWith('map') ? 'map' : typeName(value);
}
