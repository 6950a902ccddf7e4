import { isAscii } from 'node:buffer';
import { asciiClass, utf8Class } from './javascript-class.ts';
import type { RuneSet } from './rune-set.ts';

/**
 * What bytes a text has. `ascii`: none above 0x7f. `plain`: UTF-8 or not, but without the two letters that only case
 * folding makes equal to ASCII ones, U+017F and U+212A. `any`: all others.
 */
export type Alphabet = 'ascii' | 'plain' | 'any';

export function alphabetOf(bytes: Uint8Array): Alphabet {
  if (isAscii(bytes)) return 'ascii';
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return buffer.includes('\xc5\xbf', 0, 'latin1') || buffer.includes('\xe2\x84\xaa', 0, 'latin1') ? 'any' : 'plain';
}

/** Writes sets as JavaScript that is right for texts of the alphabet, the simplest that is. */
export function classWriter(alphabet: Alphabet): (set: RuneSet) => string {
  if (alphabet === 'ascii') return asciiClass;
  return alphabet === 'any' ? utf8Class : (set) => utf8Class(withoutFoldedLetters(set));
}

/** The set without U+017F and U+212A where these stand alone, as case folding adds them. */
export function withoutFoldedLetters(set: RuneSet): RuneSet {
  const last = set.at(-1);
  if (last === undefined || last < 0x17f) return set;
  const result: number[] = [];
  for (let i = 0; i + 1 < set.length; i += 2) {
    const lo = set[i] ?? 0;
    const hi = set[i + 1] ?? 0;
    if (lo === hi && (lo === 0x17f || lo === 0x212a)) continue;
    result.push(lo, hi);
  }
  return result;
}
