import { requireRoom } from '../limits.ts';
import { encodeRune } from '../syntax/unquote.ts';
import type { GoFloat, GoInt } from '../value/go-value.ts';
import { formatFloat } from './format-float.ts';
import { pad, type FormatState } from './format-state.ts';
import { isPrintable, quoteRune } from './quote.ts';

const bases: Readonly<Record<string, number>> = { b: 2, o: 8, O: 8, d: 10, v: 10, x: 16, X: 16 };
const prefixes: Readonly<Record<string, string>> = { b: '0b', o: '0', x: '0x', X: '0X' };

/** An integer under a verb; undefined when the verb is none for integers. */
export function formatInt({ value }: GoInt, verb: string, state: FormatState): string | undefined {
  switch (verb) {
    case 'c':
      return pad(encodeRune(validRune(value)), state);
    case 'q':
      return pad(quoteRune(validRune(value), state.plus), state);
    case 'U':
      return pad(formatUnicode(value, state), { ...state, zero: false });
    default:
      return bases[verb] === undefined ? undefined : formatDigits(value, verb, state);
  }
}

function validRune(value: bigint): number {
  const valid = value >= 0n && value <= 0x10ffffn && (value < 0xd800n || value > 0xdfffn);
  return valid ? Number(value) : 0xfffd;
}

function formatUnicode(value: bigint, { sharp, precision }: FormatState): string {
  const digits = value
    .toString(16)
    .toUpperCase()
    .padStart(Math.max(4, precision ?? 0), '0');
  const rune = value <= 0x10ffffn ? String.fromCodePoint(validRune(value)) : '';
  return sharp && isPrintable(rune) ? `U+${digits} '${encodeRune(validRune(value))}'` : `U+${digits}`;
}

function formatDigits(value: bigint, verb: string, state: FormatState): string {
  const { precision, width } = state;
  if (precision === 0 && value === 0n) return ' '.repeat(width ?? 0);
  const sign = value < 0n ? '-' : state.plus ? '+' : state.space ? ' ' : '';
  let count = precision ?? 0;
  if (precision === undefined && state.zero && !state.minus && width !== undefined) count = width - sign.length;
  requireRoom(Math.max(count, width ?? 0));
  const written = (value < 0n ? -value : value).toString(bases[verb]).padStart(count, '0');
  const digits = verb === 'X' ? written.toUpperCase() : written;
  const prefix = verb === 'O' ? '0o' : state.sharp ? (prefixes[verb] ?? '') : '';
  return pad(sign + (prefix === '0' && digits.startsWith('0') ? '' : prefix) + digits, { ...state, zero: false });
}

/** A floating-point number under a verb; undefined when the verb is none for them. */
export function formatFloatVerb({ value, type }: GoFloat, verb: string, state: FormatState): string | undefined {
  const single = type === 'float32';
  let number: string;
  requireRoom(state.precision ?? 0);
  switch (verb) {
    case 'v':
      number = formatFloat(value, 'g', state.precision, single);
      break;
    case 'g':
    case 'G':
      number = formatFloat(value, verb, state.precision, single);
      break;
    case 'e':
    case 'E':
      number = formatFloat(value, verb, state.precision ?? 6, single);
      break;
    case 'f':
    case 'F':
      number = formatFloat(value, 'f', state.precision ?? 6, single);
      break;
    case 'b':
      number = binaryFloat(value);
      break;
    case 'x':
    case 'X':
      number = hexFloat(value, verb);
      break;
    default:
      return undefined;
  }
  return padNumber(state.sharp ? keepZeros(number, verb, state) : number, state);
}

/** The mantissa as an integer, with an exponent of two. */
function binaryFloat(value: number): string {
  if (!Number.isFinite(value)) return formatFloat(value, 'g', undefined);
  const bits = Buffer.alloc(8);
  bits.writeDoubleBE(Math.abs(value));
  const biased = (bits.readUInt16BE() >> 4) & 0x7ff;
  const fraction = bits.readBigUInt64BE() & 0xfffffffffffffn;
  const exponent = Math.max(biased, 1) - 1075;
  const mantissa = biased === 0 ? fraction : fraction | (1n << 52n);
  return `${value < 0 ? '-' : ''}${mantissa}p${exponent < 0 ? '' : '+'}${exponent}`;
}

/** A binary fraction with an exponent of two: `0x1.8p+00`. */
function hexFloat(value: number, verb: 'x' | 'X'): string {
  if (!Number.isFinite(value)) return formatFloat(value, 'g', undefined);
  const bits = Buffer.alloc(8);
  bits.writeDoubleBE(Math.abs(value));
  let exponent = ((bits.readUInt16BE() >> 4) & 0x7ff) - 1023;
  let fraction = bits.readBigUInt64BE() & 0xfffffffffffffn;
  if (exponent === -1023) exponent = fraction === 0n ? 0 : -1022;
  while (exponent === -1022 && fraction !== 0n && Math.abs(value) < 2 ** -1022 && fraction < 1n << 52n) {
    fraction <<= 1n;
    exponent--;
  }
  const digits = (fraction & 0xfffffffffffffn).toString(16).padStart(13, '0').replace(/0+$/, '');
  const lead = value === 0 ? '0' : '1';
  const power = `${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
  const text = `${value < 0 || Object.is(value, -0) ? '-' : ''}0x${lead}${digits === '' ? '' : `.${digits}`}p${power}`;
  return verb === 'X' ? text.toUpperCase() : text;
}

/** With `#`: a point at least, and for `%g` all digits that the precision asks for. */
function keepZeros(number: string, verb: string, { precision }: FormatState): string {
  const match = /^([+-]?)([\d.]+)(e.*)?$/i.exec(number);
  if (match === null) return number;
  const [, sign = '', body = '', exponent = ''] = match;
  const pointed = body.includes('.') ? body : `${body}.`;
  if (!/[vgG]/.test(verb)) return sign + pointed + exponent;
  const significant = pointed.replace('.', '').replace(/^0+(?=\d)/, '').length;
  return sign + pointed + '0'.repeat(Math.max(0, (precision ?? 6) - significant)) + exponent;
}

function padNumber(number: string, state: FormatState): string {
  const signed = /^[+-]/.test(number);
  const digits = signed ? number.slice(1) : number;
  const sign = number.startsWith('-') ? '-' : state.plus ? '+' : state.space ? ' ' : number.startsWith('+') ? '+' : '';
  if (/^(?:Inf|NaN)$/.test(digits))
    return pad((digits === 'NaN' && !state.plus && !state.space ? '' : sign) + digits, { ...state, zero: false });
  if (state.zero && !state.minus && state.width !== undefined) {
    requireRoom(state.width);
    return sign + digits.padStart(state.width - sign.length, '0');
  }
  return pad(sign + digits, state);
}
