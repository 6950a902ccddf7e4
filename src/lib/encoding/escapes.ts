import type { Pattern, PatternMatch } from '../matcher/pattern.ts';
import type { Span } from '../matcher/span.ts';
import { PiecewiseDecoder } from './piecewise.ts';
import type { Segment } from './segment.ts';

const hexDigits = '0123456789abcdef';
/** Longest run of escapes taken as one match. */
const longestRun = 512;
/** Bytes around escapes that are decoded with them. */
const surroundings = 512;

/** Both hex digits of the characters that matter: printable ASCII, tab and line breaks. */
const code = '(?:[2-7][\\da-f]|0[9ad])';
const percentCodes = ['2', '3', '4', '5', '6', '7'].flatMap((high) => Array.from(hexDigits, (low) => `%${high}${low}`));

/**
 * Runs of escaped ASCII characters: percent (RFC 3986, section 2.1), JavaScript and JSON `\u0041` and `\x41`, octal
 * `\101`, HTML `&#65;` and `&#x41;`.
 */
export const escapePatterns: readonly Pattern[] = [
  {
    source: `(?:%${code}){1,${longestRun}}`,
    flags: 'i',
    literals: [...percentCodes, '%09', '%0a', '%0d'].map((text) => ({ text, caseless: true })),
    lead: 0,
    maxLength: 3 * longestRun,
  },
  {
    source: `(?:\\\\u00${code}|\\\\x${code}|\\\\[01][0-7]{2}|&#x0{0,4}${code};|&#0{0,4}(?:[3-9]\\d|1[01]\\d|12[0-6]);){1,${longestRun}}`,
    flags: 'i',
    literals: [
      '\\u00',
      ...['2', '3', '4', '5', '6', '7', '0'].map((digit) => `\\x${digit}`),
      ...['04', '05', '06', '07', '10', '11', '12', '13', '14', '15', '16', '17'].map((digits) => `\\${digits}`),
      ...['x', '0', '1', '3', '4', '5', '6', '7', '8', '9'].map((digit) => `&#${digit}`),
    ].map((text) => ({ text, caseless: true })),
    lead: 0,
    maxLength: 11 * longestRun,
  },
];

const escape =
  /%([\da-f]{2})|\\u([\da-f]{4})|\\x([\da-f]{2})|\\([0-3]?[0-7]{1,2})|&#x([\da-f]{1,6});|&#(\d{1,7});|\\([nrt"'/\\])|&(amp|lt|gt|quot|apos);/gi;

const named: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** Escaped text and what surrounds it, decoded; `touched` are the parts of its bytes that were escapes. */
export interface Unescaped {
  readonly segment: Segment;
  readonly touched: readonly Span[];
}

/** Decodes around matches of `escapePatterns`, at most to the ends of their lines. */
export function unescapeAround(bytes: Uint8Array, matches: readonly PatternMatch[]): Unescaped[] {
  const regions: { start: number; end: number }[] = [];
  for (const match of matches) {
    const start = lineEdge(bytes, match.start, -1);
    const end = lineEdge(bytes, match.end, 1);
    const last = regions.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else regions.push({ start, end });
  }
  return regions.map((region) => unescape(bytes, region));
}

function lineEdge(bytes: Uint8Array, from: number, step: 1 | -1): number {
  let at = from;
  for (let count = 0; count < surroundings; count++) {
    const next = step === 1 ? at : at - 1;
    if (next < 0 || next >= bytes.length || bytes[next] === 10) break;
    at += step;
  }
  return at;
}

function unescape(bytes: Uint8Array, region: Span): Unescaped {
  const source = bytes.subarray(region.start, region.end);
  const text = Buffer.from(source.buffer, source.byteOffset, source.length).toString('latin1');
  const decoder = new PiecewiseDecoder();
  const touched: Span[] = [];
  let done = 0;
  for (const match of text.matchAll(escape)) {
    const end = match.index + match[0].length;
    decoder.add(source.subarray(done, match.index), region.start + done, region.start + match.index);
    touched.push({ start: decoder.length, end: decoder.length + 1 });
    decoder.add(Uint8Array.of(decodeEscape(match)), region.start + match.index, region.start + end);
    done = end;
  }
  decoder.add(source.subarray(done), region.start + done, region.end);
  return { segment: decoder.finish('escapes'), touched };
}

/** The byte an escape stands for; 0xff for characters beyond one byte, which no secret needs. */
function decodeEscape(match: RegExpExecArray): number {
  const [, percent, unicode, hex, octal, htmlHex, htmlDecimal, letter, name] = match;
  const digits = percent ?? unicode ?? hex ?? htmlHex;
  const plain = letter ?? name;
  if (plain !== undefined) return (named[plain.toLowerCase()] ?? plain).charCodeAt(0);
  const value =
    digits === undefined
      ? Number.parseInt(octal ?? htmlDecimal ?? '', octal === undefined ? 10 : 8)
      : Number.parseInt(digits, 16);
  return Math.min(value, 0xff);
}
