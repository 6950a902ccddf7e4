import { shortestDecimal } from '../format/decimal.ts';

/** `units` times ten to the power of `-places`. */
interface Exact {
  readonly units: bigint;
  readonly places: number;
}

function toExact(value: number): Exact {
  if (!Number.isFinite(value)) return { units: 0n, places: 0 };
  const { digits, point } = shortestDecimal(Math.abs(value), false);
  const units = BigInt(digits || '0') * (value < 0 ? -1n : 1n);
  const places = digits.length - point;
  return places >= 0 ? { units, places } : { units: units * 10n ** BigInt(-places), places: 0 };
}

/** Decimal places of a quotient. */
const quotientPlaces = 16;

/** Arithmetic on the decimal forms of numbers, so that 0.1 and 0.2 make 0.3. Undefined: division by zero. */
export function calculate(operator: '+' | '-' | '*' | '/', a: number, b: number): number | undefined {
  const [left, right] = [toExact(a), toExact(b)];
  if (operator === '*') return toNumber({ units: left.units * right.units, places: left.places + right.places });
  const places = Math.max(left.places, right.places);
  const [x, y] = [left, right].map(({ units, places: own }) => units * 10n ** BigInt(places - own));
  if (x === undefined || y === undefined) return undefined;
  if (operator === '+') return toNumber({ units: x + y, places });
  if (operator === '-') return toNumber({ units: x - y, places });
  return y === 0n
    ? undefined
    : toNumber({ units: divide(x * 10n ** BigInt(quotientPlaces), y), places: quotientPlaces });
}

/** Rounds halves away from zero. */
function divide(a: bigint, b: bigint): bigint {
  const negative = a < 0n !== b < 0n;
  const [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  const quotient = (2n * x + y) / (2n * y);
  return negative ? -quotient : quotient;
}

function toNumber({ units, places }: Exact): number {
  return Number(`${units}e-${places}`);
}
