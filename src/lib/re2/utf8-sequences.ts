import { clip, type RuneSet } from './rune-set.ts';

/** Inclusive range of one byte. */
export interface ByteSpan {
  readonly lo: number;
  readonly hi: number;
}

/** Largest code point of each encoded length (RFC 3629 §3). */
const lengthLimits = [0x7f, 0x7ff, 0xffff, 0x10ffff] as const;

/**
 * The UTF-8 encodings of a set as sequences of byte ranges, disjoint and in ascending order; every combination of bytes
 * within a sequence is one member. Surrogates have no encoding and are left out.
 */
export function utf8Sequences(set: RuneSet): readonly (readonly ByteSpan[])[] {
  const result: ByteSpan[][] = [];
  for (const encodable of [clip(set, 0, 0xd7ff), clip(set, 0xe000, 0x10ffff)]) {
    for (let i = 0; i + 1 < encodable.length; i += 2) split(encodable[i] ?? 0, encodable[i + 1] ?? 0, result);
  }
  return result;
}

/** Cuts a range until lower and upper end differ only in trailing bytes that run through their whole range. */
function split(lo: number, hi: number, result: ByteSpan[][]): void {
  for (const limit of lengthLimits) {
    if (lo <= limit && limit < hi) {
      split(lo, limit, result);
      split(limit + 1, hi, result);
      return;
    }
  }
  for (const bits of [6, 12, 18]) {
    const mask = (1 << bits) - 1;
    if (hi <= 0x7f || (lo & ~mask) === (hi & ~mask)) continue;
    if ((lo & mask) !== 0) {
      split(lo, lo | mask, result);
      split((lo | mask) + 1, hi, result);
      return;
    }
    if ((hi & mask) !== mask) {
      split(lo, (hi & ~mask) - 1, result);
      split(hi & ~mask, hi, result);
      return;
    }
  }
  const first = encode(lo);
  const last = encode(hi);
  result.push(first.map((byte, index) => ({ lo: byte, hi: last[index] ?? byte })));
}

function encode(rune: number): number[] {
  const tail = (shift: number): number => 0x80 | ((rune >> shift) & 0x3f);
  if (rune <= 0x7f) return [rune];
  if (rune <= 0x7ff) return [0xc0 | (rune >> 6), tail(0)];
  if (rune <= 0xffff) return [0xe0 | (rune >> 12), tail(6), tail(0)];
  return [0xf0 | (rune >> 18), tail(12), tail(6), tail(0)];
}
