import { RuneText } from '../../re2/rune-text.ts';
import { encodeRune } from '../syntax/unquote.ts';

/** A text as Go's `strconv.Quote` writes it; `ascii`: with escapes for all that is not ASCII. */
export function quote(bytes: string, ascii = false): string {
  const runes = new RuneText(bytes);
  let at = 0;
  let quoted = '"';
  for (const rune of runes.text) {
    const start = runes.byteOffset(at);
    at += rune.length;
    const invalid = rune === '\ufffd' && runes.byteOffset(at) - start === 1;
    quoted += invalid ? `\\x${bytes.charCodeAt(start).toString(16)}` : escapeRune(rune, '"', ascii);
  }
  return `${quoted}"`;
}

/** A rune as Go's `strconv.QuoteRune` writes it. */
export function quoteRune(code: number, ascii = false): string {
  const valid = code >= 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return `'${escapeRune(valid ? String.fromCodePoint(code) : '\ufffd', "'", ascii)}'`;
}

const short: Readonly<Record<string, string>> = {
  '\u0007': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '\\': '\\\\',
};

function escapeRune(rune: string, mark: string, ascii: boolean): string {
  if (rune === mark) return `\\${mark}`;
  const code = rune.codePointAt(0) ?? 0;
  if (isPrintable(rune) && rune !== '\\' && (code < 0x80 || !ascii)) return encodeRune(code);
  const known = short[rune];
  if (known !== undefined) return known;
  const hex = code.toString(16);
  if (code < 0x20 || code === 0x7f) return `\\x${hex.padStart(2, '0')}`;
  return code > 0xffff ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`;
}

/** Go's `unicode.IsPrint`. */
export function isPrintable(rune: string): boolean {
  return rune === ' ' || /^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u.test(rune);
}
