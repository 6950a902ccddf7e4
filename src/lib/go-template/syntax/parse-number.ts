import { RuneText } from '../../re2/rune-text.ts';
import { GoFloat, GoInt } from '../value/go-value.ts';
import type { NumberNode } from './node.ts';
import { unquote } from './unquote.ts';

const largest = 2n ** 63n - 1n;

/** Reads a number or character constant of Go; says what is wrong with it otherwise. */
export function parseNumber(source: string, position: number): NumberNode | string {
  const node = { kind: 'number', source, position } as const;
  if (source.startsWith("'")) {
    const rune = Array.from(new RuneText(unquote(source) ?? '').text);
    if (rune.length !== 1) return `malformed character constant: ${source}`;
    const code = rune[0]?.codePointAt(0) ?? 0;
    return { ...node, int: BigInt(code), float: code, ideal: new GoInt(code) };
  }
  const int = parseInteger(source);
  if (int !== undefined && int >= -largest - 1n && int <= largest) {
    return { ...node, int, float: Number(int), ideal: new GoInt(int) };
  }
  const float = parseFloatConstant(source);
  if (float === undefined) return `illegal number syntax: ${JSON.stringify(source)}`;
  if (!/[.eEpP]/.test(source)) return `integer overflow: ${JSON.stringify(source)}`;
  const whole = Number.isInteger(float) && Math.abs(float) < 2 ** 63 ? BigInt(float) : undefined;
  return { ...node, int: whole, float, ideal: new GoFloat(float) };
}

/** Go's `strconv.ParseInt` with base 0, without the limit of 64 bits; undefined when it is no integer. */
export function parseInteger(source: string): bigint | undefined {
  const match =
    /^([+-]?)(0[xX](?:_?[0-9a-fA-F])+|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+|0(?:_?[0-7])*|[1-9](?:_?[0-9])*)$/.exec(
      source,
    );
  if (match === null) return undefined;
  const [, sign, written = ''] = match;
  const digits = written.replaceAll('_', '');
  const value = BigInt(/^0[0-7]/.test(digits) ? `0o${digits.slice(1)}` : digits);
  return sign === '-' ? -value : value;
}

/** Decimal and hexadecimal floating-point constants. */
function parseFloatConstant(source: string): number | undefined {
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(source)) {
    const value = Number(source);
    return Number.isFinite(value) ? value : undefined;
  }
  const hex = /^([+-]?)0[xX]([0-9a-fA-F_]*)\.?([0-9a-fA-F_]*)[pP]([+-]?\d+)$/.exec(source);
  if (hex === null) return undefined;
  const [, sign, whole = '', fraction = '', exponent] = hex;
  const digits = (whole + fraction).replaceAll('_', '');
  if (digits === '') return undefined;
  const value = Number(BigInt(`0x${digits}`)) * 2 ** (Number(exponent) - 4 * fraction.replaceAll('_', '').length);
  return sign === '-' ? -value : value;
}
