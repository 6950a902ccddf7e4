import { requireRoom } from '../limits.ts';
import { FunctionError } from '../template-error.ts';
import { GoInt, GoList, GoMap, typeName, type GoValue } from '../value/go-value.ts';

/** Go's `x[1][2][3]`. */
export function indexValue(start: GoValue, indexes: readonly GoValue[]): GoValue {
  if (start === undefined || start === null) throw new FunctionError('index of untyped nil');
  let value: GoValue = start;
  for (const index of indexes) value = indexOnce(value, index);
  return value;
}

function indexOnce(value: GoValue, index: GoValue): GoValue {
  if (value === undefined || value === null) throw new FunctionError('index of nil pointer');
  if (value instanceof GoList) return value.items[readIndex(index, value.items.length, 'slice')];
  if (typeof value === 'string') return new GoInt(value.charCodeAt(readIndex(index, value.length, 'string')), 'uint8');
  if (!(value instanceof GoMap)) throw new FunctionError(`can't index item of type ${typeName(value)}`);
  if (index === undefined || index === null) throw new FunctionError('value is nil; should be string');
  if (typeof index !== 'string') throw new FunctionError(`value has type ${typeName(index)}; should be string`);
  return value.entries.get(index);
}

/** Go's `x[1:2]` of a text or list, for the function of the standard library. */
export function sliceValue(value: GoValue, indexes: readonly GoValue[]): GoValue {
  if (value === undefined || value === null) throw new FunctionError('slice of untyped nil');
  if (indexes.length > 3) throw new FunctionError(`too many slice indexes: ${indexes.length}`);
  if (typeof value !== 'string' && !(value instanceof GoList)) {
    throw new FunctionError(`can't slice item of type ${typeName(value)}`);
  }
  if (typeof value === 'string' && indexes.length === 3) throw new FunctionError('cannot 3-index slice a string');
  const length = typeof value === 'string' ? value.length : value.items.length;
  const [start = 0, end = length] = indexes.map((index) => readIndex(index, length));
  if (start > end) throw new FunctionError(`invalid slice index: ${start} > ${end}`);
  return typeof value === 'string' ? value.slice(start, end) : new GoList(value.items.slice(start, end), value.element);
}

/** `indexed` says what an index behind the last element is too large for. */
function readIndex(index: GoValue, largest: number, indexed?: 'slice' | 'string'): number {
  if (index === undefined || index === null) throw new FunctionError('cannot index slice/array with nil');
  if (!(index instanceof GoInt)) {
    throw new FunctionError(`cannot index slice/array with type ${typeName(index)}`);
  }
  if (index.value < 0n || index.value > BigInt(largest)) throw new FunctionError(`index out of range: ${index.value}`);
  if (indexed !== undefined && index.value === BigInt(largest)) {
    throw new FunctionError(`reflect: ${indexed} index out of range`);
  }
  return Number(index.value);
}

export function lengthOf(value: GoValue): number {
  if (typeof value === 'string') return value.length;
  if (value instanceof GoList) return value.items.length;
  if (value instanceof GoMap) return value.entries.size;
  if (value === undefined || value === null) throw new FunctionError('len of nil pointer');
  throw new FunctionError(`len of type ${typeName(value)}`);
}

/** A list of numbers, checked for its length. */
export function intList(numbers: readonly number[]): GoList {
  requireRoom(8 * numbers.length);
  return new GoList(
    numbers.map((number) => new GoInt(number)),
    'int',
  );
}
