import type { Span } from '../matcher/span.ts';

import { encodedByte, encodedKind as kinds } from './base64-alphabet.ts';

/** Text that may be base64 or hex, perhaps wrapped into lines. */
export interface EncodedRun {
  /** Its lines, without what stands between them. */
  readonly pieces: readonly Span[];
}

/** Shorter runs are not looked at: 24 characters encode 18 bytes. */
export const shortestRun = 24;
/** Lines of wrapped text are at least this long. */
const shortestLine = 40;

/** What joins the lines of wrapped text: a line break or its escape, with indentation, quotes and an operator. */
const glue = /(?:["'][ \t]{0,8}[+.,\\]?[ \t]{0,8})?\\?(?:\r?\n|\\r\\n|\\n)[ \t]{0,64}["']?/y;
const longestGlue = 96;

/**
 * Runs of at least `shortestRun` base64 characters in [start, end), in order. Looks at one byte in 24 and only around
 * those that fit, so that ordinary text costs next to nothing.
 */
export function* findEncodedRuns(bytes: Uint8Array, start: number, end: number): Generator<EncodedRun> {
  let floor = start;
  let at = start + shortestRun - 1;
  while (at < end) {
    if (kinds[bytes[at] ?? 0] === 0) {
      at += shortestRun;
      continue;
    }
    const first = runAround(bytes, at, floor, end);
    at = first.end;
    if (first.end - first.start >= shortestRun) {
      const pieces = [first];
      if (first.end - first.start >= shortestLine) at = addLines(bytes, pieces, end);
      yield { pieces };
    }
    floor = at;
    at += shortestRun;
  }
}

function runAround(bytes: Uint8Array, at: number, floor: number, end: number): Span {
  let first = at;
  while (first > floor && kinds[bytes[first - 1] ?? 0] !== 0) first--;
  let last = at + 1;
  while (last < end && kinds[bytes[last] ?? 0] !== 0) last++;
  return { start: first, end: last };
}

/** Adds the lines that continue wrapped text: all as long as the first, the last perhaps shorter. */
function addLines(bytes: Uint8Array, pieces: Span[], end: number): number {
  const first = pieces[0];
  let at = first?.end ?? end;
  const width = first ? first.end - first.start : 0;
  for (;;) {
    const next = at + glueLength(bytes, at, end);
    if (next === at) return at;
    const line = runAround(bytes, next, next, end);
    const length = kinds[bytes[next] ?? 0] === 0 ? 0 : line.end - line.start;
    if (length === 0 || length > width) return at;
    pieces.push(line);
    at = line.end;
    if (length < width) return at;
  }
}

function glueLength(bytes: Uint8Array, at: number, end: number): number {
  const byte = bytes[at];
  if (byte !== 10 && byte !== 13 && byte !== 0x5c && byte !== 0x22 && byte !== 0x27) return 0;
  glue.lastIndex = 0;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString(
    'latin1',
    at,
    Math.min(end, at + longestGlue),
  );
  return glue.exec(text)?.[0].length ?? 0;
}

/** The parts of a run between separators that are also base64 characters: of a path, an identifier, a prefix. */
export function splitRun(bytes: Uint8Array, run: EncodedRun): EncodedRun[] {
  const parts: EncodedRun[] = [];
  const [only] = run.pieces;
  if (!only || run.pieces.length > 1) return parts;
  let from = only.start;
  for (let at = only.start; at <= only.end; at++) {
    if (at < only.end && (kinds[bytes[at] ?? 0] ?? 0) & ~encodedByte.separator) continue;
    if (at - from >= shortestRun && at - from < only.end - only.start)
      parts.push({ pieces: [{ start: from, end: at }] });
    from = at + 1;
  }
  return parts;
}
