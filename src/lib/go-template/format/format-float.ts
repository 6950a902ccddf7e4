import { exactDecimal, roundDecimal, shortestDecimal, type Decimal } from './decimal.ts';

/**
 * A number as Go's `strconv.FormatFloat` writes it, without a plus sign. `precision` undefined: as many digits as are
 * needed to read the same number again.
 */
export function formatFloat(
  value: number,
  verb: 'e' | 'E' | 'f' | 'g' | 'G',
  precision: number | undefined,
  single = false,
): string {
  if (Number.isNaN(value)) return 'NaN';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const size = Math.abs(value);
  if (size === Infinity) return `${sign || '+'}Inf`;
  const decimal = precision === undefined ? shortestDecimal(size, single) : exactDecimal(size);
  return sign + formatDecimal(decimal, verb, precision);
}

function formatDecimal(decimal: Decimal, verb: 'e' | 'E' | 'f' | 'g' | 'G', precision: number | undefined): string {
  switch (verb) {
    case 'f':
      return fixed(decimal, precision ?? Math.max(0, decimal.digits.length - decimal.point));
    case 'e':
    case 'E':
      return exponential(decimal, precision ?? Math.max(0, decimal.digits.length - 1), verb);
    default:
      return general(decimal, verb === 'g' ? 'e' : 'E', precision);
  }
}

function general(decimal: Decimal, letter: 'e' | 'E', precision: number | undefined): string {
  const wanted = precision === 0 ? 1 : precision;
  const rounded = wanted === undefined ? decimal : roundDecimal(decimal, wanted);
  const { digits, point } = rounded;
  const count = digits.length;
  const limit = wanted === undefined ? 6 : wanted > count && count >= point ? count : wanted;
  const exponent = point - 1;
  if (exponent < -4 || exponent >= limit) {
    return exponential(rounded, Math.max(0, count - 1), letter);
  }
  return fixed(rounded, Math.max(0, count - point));
}

function fixed(decimal: Decimal, places: number): string {
  const { digits, point } = roundDecimal(decimal, decimal.point + places);
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
  const fraction = point > 0 ? digits.slice(point) : (digits === '' ? '' : '0'.repeat(-point)) + digits;
  return places > 0 ? `${whole}.${fraction.padEnd(places, '0')}` : whole;
}

function exponential(decimal: Decimal, places: number, letter: 'e' | 'E'): string {
  const { digits, point } = roundDecimal(decimal, places + 1);
  const exponent = digits === '' ? 0 : point - 1;
  const mantissa = digits.padEnd(places + 1, '0');
  const size = String(Math.abs(exponent)).padStart(2, '0');
  const fraction = places > 0 ? `.${mantissa.slice(1)}` : '';
  return `${mantissa.charAt(0)}${fraction}${letter}${exponent < 0 ? '-' : '+'}${size}`;
}
