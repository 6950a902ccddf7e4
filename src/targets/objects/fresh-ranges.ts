import type { Copies } from '../../lib/git/objects/delta.ts';
import type { ByteRange } from '../../model/location.ts';

const newline = 10;
const carriageReturn = 13;
/** A match that spans lines ends at a blank line at the latest, or after this many bytes. */
const farthest = 4096;
const fewestLines = 3;

/**
 * The bytes of an object that a look at its base did not see in the same surroundings: what was inserted, and the seams
 * where copied parts meet that did not touch before. Each is widened to whole lines and on to the paragraph around it,
 * so that a match across several lines is seen whole when any part of it is new.
 */
export function freshRanges(bytes: Uint8Array, copies: Copies): ByteRange[] {
  const ranges: ByteRange[] = [];
  for (const { start, end } of changedRanges(bytes.length, copies)) {
    const wide = { start: paragraphStart(bytes, start), end: paragraphEnd(bytes, end) };
    const last = ranges.at(-1);
    if (last && last.end >= wide.start) ranges.splice(-1, 1, { start: last.start, end: Math.max(last.end, wide.end) });
    else ranges.push(wide);
  }
  return ranges;
}

/** Inserted ranges, and empty ones at seams, in order. */
function* changedRanges(size: number, { spans, baseSize }: Copies): Generator<ByteRange> {
  let target = 0;
  let source = 0;
  for (let at = 0; at < spans.length; at += 3) {
    const start = spans[at] ?? 0;
    const from = spans[at + 1] ?? 0;
    const length = spans[at + 2] ?? 0;
    if (start > target || from !== source) yield { start: target, end: start };
    target = start + length;
    source = from + length;
  }
  if (target < size || source !== baseSize) yield { start: target, end: size };
}

function paragraphStart(bytes: Uint8Array, from: number): number {
  const limit = Math.max(0, from - farthest);
  let start = lineStart(bytes, from);
  for (let lines = 0; start > limit; lines++) {
    const above = lineStart(bytes, start - 1);
    if (lines >= fewestLines && isBlank(bytes, above, start - 1)) break;
    start = above;
  }
  return Math.max(limit, start);
}

function paragraphEnd(bytes: Uint8Array, from: number): number {
  const limit = Math.min(bytes.length, from + farthest);
  let end = lineEnd(bytes, from);
  for (let lines = 0; end < limit; lines++) {
    const below = lineEnd(bytes, end + 1);
    if (lines >= fewestLines && isBlank(bytes, end + 1, below)) break;
    end = below;
  }
  return Math.min(limit, end);
}

/** Where the line that contains `at` starts. */
function lineStart(bytes: Uint8Array, at: number): number {
  return at === 0 ? 0 : bytes.lastIndexOf(newline, at - 1) + 1;
}

/** Where the line that contains `at` ends, without its newline. */
function lineEnd(bytes: Uint8Array, at: number): number {
  const end = bytes.indexOf(newline, at);
  return end === -1 ? bytes.length : end;
}

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  return end === start || (end === start + 1 && bytes[start] === carriageReturn);
}
