import { printable } from './printable.ts';
import type { Segment } from './segment.ts';

/** Shortest text, in characters. */
const shortest = 8;
/** Bytes between two looks: any text of `shortest` characters is hit by one of them. */
const stride = 2 * shortest - 4;

/**
 * Printable text in UTF-16 of either byte order, as one byte a character (The Unicode Standard, section 3.10, D91).
 * Characters beyond ASCII end a text: no secret needs them.
 */
export function findWideText(bytes: Uint8Array): Segment[] {
  const found: Segment[] = [];
  let floor = 0;
  for (let at = 0; at + 3 < bytes.length; at += stride) {
    const start = pairAt(bytes, at) ? at : pairAt(bytes, at + 1) ? at + 1 : -1;
    if (start === -1) continue;
    let first = start;
    while (first - 2 >= floor && isCharacter(bytes, first - 2)) first -= 2;
    let last = start;
    while (isCharacter(bytes, last)) last += 2;
    const text = narrow(bytes, first, last);
    if (text.bytes.length >= shortest) found.push(text);
    floor = last;
    at = last;
  }
  return found;
}

function pairAt(bytes: Uint8Array, at: number): boolean {
  return isCharacter(bytes, at) && isCharacter(bytes, at + 2);
}

/** Whether a printable byte and a NUL stand at `at`. In big-endian text these are halves of two characters. */
function isCharacter(bytes: Uint8Array, at: number): boolean {
  return bytes[at + 1] === 0 && printable[bytes[at] ?? 0] === 1;
}

function narrow(bytes: Uint8Array, first: number, last: number): Segment {
  // The last character of big-endian text has no NUL of its own after it; such text has one before its first.
  const bigEndian = bytes[first - 1] === 0;
  const extra = bigEndian && printable[bytes[last] ?? 0] === 1 ? 1 : 0;
  const text = new Uint8Array((last - first) / 2 + extra);
  for (let index = 0; index < text.length; index++) text[index] = bytes[first + 2 * index] ?? 0;
  return {
    encoding: 'utf-16',
    bytes: text,
    source: { start: first, end: Math.min(bytes.length, first + 2 * text.length) },
    locate: (start, end) => ({ start: first + 2 * start, end: Math.min(bytes.length, first + 2 * end) }),
  };
}

/** Whether bytes are UTF-16 text: by the mark, or because nearly every other byte is NUL. */
export function isWideText(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  const head = bytes.subarray(0, 4096);
  if (head.indexOf(0) === -1) return false;
  let even = 0;
  let odd = 0;
  for (let at = 0; at + 1 < head.length; at += 2) {
    if (head[at] === 0) even++;
    if (head[at + 1] === 0) odd++;
  }
  const pairs = head.length >> 1;
  return pairs >= 4 && Math.max(even, odd) * 10 >= pairs * 7 && Math.min(even, odd) * 10 <= pairs;
}
