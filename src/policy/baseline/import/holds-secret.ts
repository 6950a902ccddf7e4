import { createHash } from 'node:crypto';

/** Where a secret in a line may start and end. */
const delimiters = /["'`\s=:,;()<>[\]{}@/&?|#]+/g;
const maxLine = 20_000;
/** Pieces between delimiters that a secret may consist of. */
const maxPieces = 12;

/** Whether some part of a line, from one delimiter to another, has the SHA-1. */
export function holdsSecret(line: string, sha1: string): boolean {
  if (line.length > maxLine) return false;
  const starts = [0];
  const ends: number[] = [];
  for (const { index, 0: text } of line.matchAll(delimiters)) {
    ends.push(index);
    // A secret may start or end with such characters itself, as base64 does with `=`.
    for (let at = 1; at <= Math.min(text.length, 3); at++) {
      ends.push(index + at);
      starts.push(index + at);
    }
    starts.push(index, index + text.length);
  }
  ends.push(line.length);
  const sorted = [...new Set(ends)].toSorted((a, b) => a - b);
  for (const start of new Set(starts)) {
    const first = sorted.findIndex((end) => end > start);
    if (first < 0) continue;
    for (const end of sorted.slice(first, first + maxPieces)) {
      if (createHash('sha1').update(line.slice(start, end)).digest('hex') === sha1) return true;
    }
  }
  return false;
}
