import { intList } from '../functions/index-value.ts';
import { define, defineVariadic, type FunctionTable, type TemplateFunction } from '../functions/template-function.ts';
import { requireRoom } from '../limits.ts';
import { FunctionError } from '../template-error.ts';
import { GoFloat, GoInt, type GoValue } from '../value/go-value.ts';
import { toFloat, toInteger, toText } from './convert.ts';
import { calculate } from './decimal-arithmetic.ts';

function int64(value: bigint): GoInt {
  return new GoInt(value, 'int64');
}

function fold(change: (sum: bigint, value: bigint) => bigint): TemplateFunction {
  return defineVariadic(['any'], 'any', (first, ...rest) => {
    let sum = toInteger(first);
    for (const value of rest) sum = int64(change(sum, toInteger(value))).value;
    return int64(sum);
  });
}

function foldDecimals(operator: '+' | '-' | '*' | '/', start: number, values: readonly GoValue[]): GoFloat {
  let sum = start;
  for (const value of values) {
    const next = calculate(operator, sum, toFloat(value));
    if (next === undefined) throw new FunctionError('decimal division by 0');
    sum = next;
  }
  return new GoFloat(sum);
}

function requireDivisor(divisor: bigint): bigint {
  if (divisor === 0n) throw new FunctionError('runtime error: integer divide by zero');
  return divisor;
}

/** Counts from one number to another, which is not part of it. */
function countTo(start: number, stop: number, step: number): number[] {
  if (stop < start ? step >= 0 : step <= 0) return [];
  const length = Math.ceil((stop - start) / step);
  requireRoom(8 * length);
  return Array.from({ length }, (_, index) => start + index * step);
}

function sequence(bounds: readonly number[]): string {
  const [first = 0, second = 0, third = 0] = bounds;
  const [start, step, end] =
    bounds.length === 3 ? [first, second, third] : bounds.length === 2 ? [first, 0, second] : [1, 0, first];
  if (bounds.length === 0 || bounds.length > 3) return '';
  const direction = end < start ? -1 : 1;
  if (bounds.length === 3 && direction < 0 && step > 0) return '';
  return countTo(start, end + direction, bounds.length === 3 ? step : direction).join(' ');
}

function round(value: GoValue, places: GoInt, options: readonly GoFloat[]): GoFloat {
  const limit = options[0]?.value ?? 0.5;
  const power = 10 ** Number(places.value);
  const digit = power * toFloat(value);
  const fraction = digit - Math.trunc(digit);
  return new GoFloat((fraction >= limit ? Math.ceil(digit) : Math.floor(digit)) / power);
}

function octal(value: GoValue): GoInt {
  const text = toText(value);
  return int64(/^[+-]?[0-7]{1,21}$/.test(text) ? BigInt(Number.parseInt(text, 8)) : 0n);
}

const largestOf = fold((a, b) => (b > a ? b : a));

/** sprig's functions for numbers ("Integer Math", "Integer Slice", "Float Math", "Type Conversion"). */
export const mathFunctions: FunctionTable = new Map<string, TemplateFunction>([
  [
    'add',
    defineVariadic([], 'any', (...values) => int64(values.reduce((sum: bigint, value) => sum + toInteger(value), 0n))),
  ],
  ['add1', define(['any'], (value) => int64(toInteger(value) + 1n))],
  ['sub', define(['any', 'any'], (a, b) => int64(toInteger(a) - toInteger(b)))],
  ['div', define(['any', 'any'], (a, b) => int64(toInteger(a) / requireDivisor(toInteger(b))))],
  ['mod', define(['any', 'any'], (a, b) => int64(toInteger(a) % requireDivisor(toInteger(b))))],
  ['mul', fold((a, b) => a * b)],
  ['max', largestOf],
  ['biggest', largestOf],
  ['min', fold((a, b) => (b < a ? b : a))],
  ['addf', defineVariadic([], 'any', (...values) => foldDecimals('+', 0, values))],
  ['add1f', define(['any'], (value) => foldDecimals('+', toFloat(value), [new GoFloat(1)]))],
  ['subf', defineVariadic(['any'], 'any', (first, ...rest) => foldDecimals('-', toFloat(first), rest))],
  ['mulf', defineVariadic(['any'], 'any', (first, ...rest) => foldDecimals('*', toFloat(first), rest))],
  ['divf', defineVariadic(['any'], 'any', (first, ...rest) => foldDecimals('/', toFloat(first), rest))],
  ['maxf', defineVariadic(['any'], 'any', (...values) => new GoFloat(Math.max(...values.map(toFloat))))],
  ['minf', defineVariadic(['any'], 'any', (...values) => new GoFloat(Math.min(...values.map(toFloat))))],
  ['floor', define(['any'], (value) => new GoFloat(Math.floor(toFloat(value))))],
  ['ceil', define(['any'], (value) => new GoFloat(Math.ceil(toFloat(value))))],
  ['round', defineVariadic(['any', 'int'], 'float64', (value, places, ...options) => round(value, places, options))],
  ['int', define(['any'], (value) => new GoInt(toInteger(value)))],
  ['int64', define(['any'], (value) => int64(toInteger(value)))],
  ['float64', define(['any'], (value) => new GoFloat(toFloat(value)))],
  [
    'atoi',
    define(
      ['string'],
      (text) => new GoInt(/^[+-]?\d+$/.test(text) && text.length < 21 ? toInteger(decimal(text)) : 0n),
    ),
  ],
  ['toDecimal', define(['any'], octal)],
  ['until', define(['int'], (count) => intList(countTo(0, Number(count.value), count.value < 0n ? -1 : 1)))],
  [
    'untilStep',
    define(['int', 'int', 'int'], (start, stop, step) =>
      intList(countTo(Number(start.value), Number(stop.value), Number(step.value))),
    ),
  ],
  ['seq', defineVariadic([], 'int', (...bounds) => sequence(bounds.map(({ value }) => Number(value))))],
]);

/** Without zeros that would make it octal. */
function decimal(text: string): string {
  return text.replace(/^([+-]?)0+(?=\d)/, '$1');
}
