import { formatValue } from '../format/format-value.ts';
import { FunctionError } from '../template-error.ts';
import { GoFloat, GoInt, GoList, GoMap, GoNil, GoStruct, typeName, type GoValue } from '../value/go-value.ts';

type Kind = 'bool' | 'int' | 'float' | 'string' | undefined;

function kindOf(value: GoValue): Kind {
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'string') return 'string';
  if (value instanceof GoInt) return 'int';
  return value instanceof GoFloat ? 'float' : undefined;
}

/** Whether the first value equals one of the others; values of different kinds cannot be compared. */
export function equalsAny(first: GoValue, others: readonly GoValue[]): boolean {
  if (others.length === 0) throw new FunctionError('missing argument for comparison');
  return others.some((other) => equals(first, other));
}

function equals(first: GoValue, other: GoValue): boolean {
  const kind = kindOf(first);
  if (kind !== kindOf(other)) {
    if (isNothing(first) || isNothing(other)) return false;
    throw incompatible(first, other);
  }
  if (kind !== undefined) return basic(first) === basic(other);
  if (isNothing(first) || isNothing(other)) return isNil(first) && isNil(other);
  for (const value of [first, other]) {
    if (value instanceof GoList || value instanceof GoMap || hasUncomparableField(value)) {
      throw new FunctionError(`non-comparable type ${formatValue(value, 'v')}: ${typeName(value)}`);
    }
  }
  return first === other;
}

function incompatible(first: GoValue, second: GoValue): FunctionError {
  return new FunctionError(`incompatible types for comparison: ${typeName(first)} and ${typeName(second)}`);
}

function hasUncomparableField(value: GoValue): boolean {
  return value instanceof GoStruct && value.fields.some(({ value: field }) => field instanceof GoList);
}

function isNothing(value: GoValue): boolean {
  return value === undefined || value === null;
}

function isNil(value: GoValue): boolean {
  return isNothing(value) || value instanceof GoNil;
}

function basic(value: GoValue): boolean | string | bigint | number | undefined {
  if (value instanceof GoInt || value instanceof GoFloat) return value.value;
  return typeof value === 'boolean' || typeof value === 'string' ? value : undefined;
}

export function isLess(first: GoValue, second: GoValue): boolean {
  const [kind, other] = [kindOf(first), kindOf(second)];
  if (kind === undefined || other === undefined) throw new FunctionError('invalid type for comparison');
  if (kind !== other) throw incompatible(first, second);
  if (kind === 'bool') throw new FunctionError('invalid type for comparison');
  const [left, right] = [basic(first), basic(second)];
  return left !== undefined && right !== undefined && left < right;
}
