import { Re2SyntaxError } from './re2-syntax-error.ts';
import { maxRune } from './rune-set.ts';

const controls: Readonly<Record<string, number>> = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 };

/** Reads a single-rune escape whose backslash stands at `start`; `end` is the offset after it. */
export function parseEscape(source: string, start: number): { readonly rune: number; readonly end: number } {
  const rune = source.codePointAt(start + 1);
  if (rune === undefined) throw new Re2SyntaxError('trailing backslash at end of expression', '');
  const letter = String.fromCodePoint(rune);
  const control = controls[letter];
  if (control !== undefined) return { rune: control, end: start + 2 };
  if (letter === 'x') return parseHex(source, start);
  const octal = /^(?:0[0-7]{0,2}|[1-7][0-7]{1,2})/.exec(source.slice(start + 1, start + 4));
  if (octal !== null) return { rune: Number.parseInt(octal[0], 8), end: start + 1 + octal[0].length };
  if (rune < 0x80 && !/[A-Za-z0-9]/.test(letter)) return { rune, end: start + 2 };
  throw new Re2SyntaxError('invalid escape sequence', source.slice(start, start + 1 + letter.length));
}

function parseHex(source: string, start: number): { readonly rune: number; readonly end: number } {
  const rest = source.slice(start, start + 4096);
  const hex = /^\\x(?:([0-9A-Fa-f]{2})|\{([0-9A-Fa-f]+)\})/.exec(rest);
  const rune = Number.parseInt(hex?.[1] ?? hex?.[2] ?? '', 16);
  if (hex === null || rune > maxRune) {
    const readable = /^\\x(?:\{[0-9A-Fa-f]*[^]?|[^]{0,2})/u.exec(rest);
    throw new Re2SyntaxError('invalid escape sequence', readable?.[0] ?? '\\x');
  }
  return { rune, end: start + hex[0].length };
}
