import { clip, contains, replacementRune, type RuneSet } from './rune-set.ts';
import { utf8Sequences, type ByteSpan } from './utf8-sequences.ts';

/** Valid UTF-8 encodings of two and more bytes (Unicode 15 §3.9, table 3-7). */
const validSequence =
  '[\\xc2-\\xdf][\\x80-\\xbf]|(?:\\xe0[\\xa0-\\xbf]|[\\xe1-\\xec\\xee\\xef][\\x80-\\xbf]|\\xed[\\x80-\\x9f])[\\x80-\\xbf]' +
  '|(?:\\xf0[\\x90-\\xbf]|[\\xf1-\\xf3][\\x80-\\xbf]|\\xf4[\\x80-\\x8f])[\\x80-\\xbf]{2}';

/** Ends where the byte before is a continuation byte of a valid encoding. */
const insideSequence =
  '[\\xc2-\\xdf][\\x80-\\xbf]' +
  '|(?:\\xe0[\\xa0-\\xbf]|[\\xe1-\\xec\\xee\\xef][\\x80-\\xbf]|\\xed[\\x80-\\x9f])(?:(?=[\\x80-\\xbf])|[\\x80-\\xbf])' +
  '|(?:\\xf0[\\x90-\\xbf]|[\\xf1-\\xf3][\\x80-\\xbf]|\\xf4[\\x80-\\x8f])' +
  '(?:(?=[\\x80-\\xbf]{2})|[\\x80-\\xbf](?=[\\x80-\\xbf])|[\\x80-\\xbf]{2})';

/** One byte that no valid encoding contains. Go's decoder reads it as U+FFFD. */
const strayByte = `(?!${validSequence})[\\x80-\\xff](?<!${insideSequence})`;

/** The ASCII part of a set as a JavaScript class or character; `[]`, which never matches, when there is none. */
export function asciiClass(set: RuneSet): string {
  return bracket(clip(set, 0, 0x7f));
}

/**
 * A set as JavaScript over the latin1 view of UTF-8 bytes, so that a character of the view is a byte. The alternatives
 * exclude each other, so that backtracking cannot read one text in two ways. Needs no group around it.
 */
export function utf8Class(set: RuneSet): string {
  const ascii = clip(set, 0, 0x7f);
  const wide = clip(set, 0x80, 0x10ffff);
  if (wide.length === 0) return bracket(ascii);
  const alternatives = ascii.length === 0 ? [] : [bracket(ascii)];
  const all = wide.length === 2 && wide[0] === 0x80 && wide[1] === 0x10ffff;
  alternatives.push(all ? validSequence : alternation(utf8Sequences(wide)));
  if (contains(wide, replacementRune)) alternatives.push(strayByte);
  return alternatives.length === 1 && !all ? (alternatives[0] ?? '') : `(?:${alternatives.join('|')})`;
}

/** Factors sequences by their first byte, so that large classes stay shallow. */
function alternation(sequences: readonly (readonly ByteSpan[])[]): string {
  const byFirst = new Map<string, (readonly ByteSpan[])[]>();
  for (const [first, ...rest] of sequences) {
    if (first === undefined) return '';
    const key = bracket([first.lo, first.hi]);
    const group = byFirst.get(key);
    if (group === undefined) byFirst.set(key, [rest]);
    else group.push(rest);
  }
  const parts = [...byFirst].map(([first, rests]) => first + lastBytes(rests));
  return parts.length === 1 ? (parts[0] ?? '') : `(?:${parts.join('|')})`;
}

function lastBytes(rests: readonly (readonly ByteSpan[])[]): string {
  if (rests.every((rest) => rest.length === 0)) return '';
  if (rests.every((rest) => rest.length === 1)) return bracket(rests.flat().flatMap(({ lo, hi }) => [lo, hi]));
  return alternation(rests);
}

function bracket(ranges: readonly number[]): string {
  if (ranges.length === 2 && ranges[0] === ranges[1]) return escapeByte(ranges[0] ?? 0);
  let text = '';
  for (let i = 0; i + 1 < ranges.length; i += 2) {
    const lo = ranges[i] ?? 0;
    const hi = ranges[i + 1] ?? 0;
    text += escapeByte(lo);
    if (hi > lo) text += (hi > lo + 1 ? '-' : '') + escapeByte(hi);
  }
  return `[${text}]`;
}

function escapeByte(byte: number): string {
  const character = String.fromCharCode(byte);
  return /[A-Za-z0-9 ]/.test(character) ? character : `\\x${byte.toString(16).padStart(2, '0')}`;
}
