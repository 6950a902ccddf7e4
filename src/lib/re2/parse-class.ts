import { perlGroup, posixGroup } from './character-groups.ts';
import { parseEscape } from './parse-escape.ts';
import { Re2SyntaxError } from './re2-syntax-error.ts';
import { negate, normalize, oneRune, type RuneSet } from './rune-set.ts';
import { unicodeClass } from './unicode-class.ts';

interface ParsedSet {
  readonly set: RuneSet;
  /** Offset after the class. */
  readonly end: number;
}

type Widen = (set: RuneSet) => RuneSet;

/** Reads `[…]` whose bracket stands at `start`. `widen` folds case when the flag is on. */
export function parseBracketClass(source: string, start: number, widen: Widen): ParsedSet {
  const negated = source[start + 1] === '^';
  const first = start + (negated ? 2 : 1);
  const ranges: number[] = [];
  let position = first;
  while (position === first || source[position] !== ']') {
    if (position >= source.length) throw new Re2SyntaxError('missing closing ]', source.slice(start));
    const { set, end } = parseItem(source, position, start, widen);
    for (const bound of set) ranges.push(bound);
    position = end;
  }
  const set = normalize(ranges);
  return { set: negated ? negate(set) : set, end: position + 1 };
}

function parseItem(source: string, position: number, start: number, widen: Widen): ParsedSet {
  if (source.startsWith('[:', position)) {
    const close = source.indexOf(':]', position + 2);
    if (close >= 0) {
      const set = posixGroup(source.slice(position + 2, close), widen);
      if (set === undefined) {
        throw new Re2SyntaxError('invalid character class range', source.slice(position, close + 2));
      }
      return { set, end: close + 2 };
    }
  }
  if (source[position] === '\\') {
    const letter = source[position + 1] ?? '';
    if (letter === 'p' || letter === 'P') return parseUnicodeEscape(source, position, widen);
    const group = perlGroup(letter, widen);
    if (group !== undefined) return { set: group, end: position + 2 };
  }
  return parseRange(source, position, start, widen);
}

function parseRange(source: string, position: number, start: number, widen: Widen): ParsedSet {
  const low = parseRune(source, position, start);
  if (source[low.end] !== '-' || low.end + 1 >= source.length || source[low.end + 1] === ']') {
    return { set: widen(oneRune(low.rune)), end: low.end };
  }
  const high = parseRune(source, low.end + 1, start);
  if (high.rune < low.rune) {
    throw new Re2SyntaxError('invalid character class range', source.slice(position, high.end));
  }
  return { set: widen([low.rune, high.rune]), end: high.end };
}

function parseRune(source: string, position: number, start: number): { readonly rune: number; readonly end: number } {
  const rune = source.codePointAt(position);
  if (rune === undefined) throw new Re2SyntaxError('missing closing ]', source.slice(start));
  if (rune === 0x5c) return parseEscape(source, position);
  return { rune, end: position + (rune > 0xffff ? 2 : 1) };
}

/** Reads `\pL`, `\p{Greek}`, `\P{^Lu}` … whose backslash stands at `start`. */
export function parseUnicodeEscape(source: string, start: number, widen: Widen): ParsedSet {
  const written = /^\\[pP](?:\{(\^?)([^}]*)\}|([^]))/u.exec(source.slice(start, start + 4096));
  const name = written?.[2] ?? written?.[3];
  const set = name === undefined ? undefined : unicodeClass(name);
  if (written === null || set === undefined) {
    throw new Re2SyntaxError('invalid character class range', written?.[0] ?? source.slice(start));
  }
  const negated = (source[start + 1] === 'P') !== (written[1] === '^');
  const widened = widen(set);
  return { set: negated ? negate(widened) : widened, end: start + written[0].length };
}
