import type { BinaryOperator } from '../../lib/hcl/syntax.ts';
import type { TextRange } from '../../lib/text/source-text.ts';
import { sameValue, toBoolean, toNumber } from '../conversions.ts';
import { opensIn, scalar, unknown, type Value } from '../value.ts';

const arithmetic = new Map<BinaryOperator, (a: number, b: number) => number | boolean>([
  ['<', (a, b) => a < b],
  ['>', (a, b) => a > b],
  ['<=', (a, b) => a <= b],
  ['>=', (a, b) => a >= b],
  ['+', (a, b) => a + b],
  ['-', (a, b) => a - b],
  ['*', (a, b) => a * b],
  ['/', (a, b) => a / b],
  ['%', (a, b) => a % b],
]);

/** Works out an operator. One side can decide `&&` and `||` whatever the other is; equality can fail in a known part. */
export function operate(operator: BinaryOperator, left: Value, readRight: () => Value, at: TextRange): Value {
  if (operator === '&&' || operator === '||') return combine(left, readRight, operator === '||', at);
  const right = readRight();
  const [open] = [...opensIn(left), ...opensIn(right)];
  if (operator === '==' || operator === '!=') {
    const same = sameValue(left, right);
    if (same === undefined) return open ?? unknown('the expression', 'its sides can not be compared', at);
    return scalar(same === (operator === '=='), at);
  }
  if (open) return open;
  const [a, b] = [toNumber(left), toNumber(right)];
  const result = a === undefined || b === undefined ? undefined : arithmetic.get(operator)?.(a, b);
  const isNumber = typeof result === 'boolean' || (result !== undefined && Number.isFinite(result));
  return isNumber ? scalar(result, at) : unknown('the expression', `'${operator}' is for numbers`, at);
}

function combine(left: Value, readRight: () => Value, decides: boolean, at: TextRange): Value {
  const first = toBoolean(left);
  if (first === decides) return scalar(decides, at);
  const right = readRight();
  const second = toBoolean(right);
  if (second === decides) return scalar(decides, at);
  if (first !== undefined && second !== undefined) return scalar(!decides, at);
  const [open] = [...opensIn(left), ...opensIn(right)];
  return open ?? unknown('the expression', 'a condition is no boolean', at);
}
