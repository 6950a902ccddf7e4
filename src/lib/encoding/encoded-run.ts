import type { Span } from '../matcher/span.ts';
import { encodedByte, encodedKind } from './base64-alphabet.ts';
import { findTokenRuns } from './token-runs.ts';

/** Text that may be base64 or hex, perhaps wrapped into lines. */
export interface EncodedRun {
  /** Its lines, without what stands between them. */
  readonly pieces: readonly Span[];
}

/** Shorter runs are not looked at: 24 characters encode 18 bytes. */
const shortestRun = 24;
/** Lines of wrapped text are at least this long. */
const shortestLine = 40;

/** The characters of a run that tell whether it encodes anything; a path may stand before what does. */
const telling = 160;

/** What joins the lines of wrapped text: a line break or its escape, with indentation, quotes and an operator. */
const glue = /(?:["'][ \t]{0,8}[+.,\\]?[ \t]{0,8})?\\?(?:\r?\n|\\r\\n|\\n)[ \t]{0,64}["']?/y;
const longestGlue = 96;

/** Runs of at least `shortestRun` base64 characters, in order. */
export function* findEncodedRuns(bytes: Uint8Array): Generator<EncodedRun> {
  const runs = findTokenRuns(bytes);
  let free = 0;
  for (let index = 0; index < runs.length; index += 2) {
    const [start = 0, end = 0] = [runs[index], runs[index + 1]];
    if (start < free || end - start < shortestRun || !isPlausible(bytes, start, end)) continue;
    const pieces = [{ start, end }];
    free = end - start >= shortestLine ? addLines(bytes, pieces) : end;
    yield { pieces };
  }
}

/** Base64 of more than a few bytes has letters of both cases, most paths and identifiers do not; hex has digits alone. */
function isPlausible(bytes: Uint8Array, start: number, end: number): boolean {
  let any = 0;
  let all = 0xff;
  for (let at = start; at < end && at < start + telling; at++) {
    const kind = encodedKind[bytes[at] ?? 0] ?? 0;
    any |= kind;
    all &= kind;
  }
  const mixed = encodedByte.upper | encodedByte.lower;
  return (any & mixed) === mixed || (all & encodedByte.hex) !== 0;
}

/** Adds the lines that continue wrapped text, all as long as the first, the last perhaps shorter; gives where it ends. */
function addLines(bytes: Uint8Array, pieces: Span[]): number {
  const first = pieces[0];
  let at = first?.end ?? 0;
  const width = first ? first.end - first.start : 0;
  for (;;) {
    const start = at + glueLength(bytes, at);
    let end = start;
    while (end <= start + width && end < bytes.length && encodedKind[bytes[end] ?? 0] !== 0) end++;
    const length = end - start;
    if (start === at || length === 0 || length > width) return at;
    pieces.push({ start, end });
    at = end;
    if (length < width) return at;
  }
}

function glueLength(bytes: Uint8Array, at: number): number {
  const byte = bytes[at];
  if (byte !== 10 && byte !== 13 && byte !== 0x5c && byte !== 0x22 && byte !== 0x27) return 0;
  glue.lastIndex = 0;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1', at, at + longestGlue);
  return glue.exec(text)?.[0].length ?? 0;
}

/** The parts of a run between separators that are also base64 characters: of a path, an identifier, a prefix. */
export function splitRun(bytes: Uint8Array, run: EncodedRun): EncodedRun[] {
  const parts: EncodedRun[] = [];
  const [only] = run.pieces;
  if (!only || run.pieces.length > 1) return parts;
  let from = only.start;
  for (let at = only.start; at <= only.end; at++) {
    if (at < only.end && (encodedKind[bytes[at] ?? 0] ?? 0) & ~encodedByte.separator) continue;
    if (at - from >= shortestRun && at - from < only.end - only.start)
      parts.push({ pieces: [{ start: from, end: at }] });
    from = at + 1;
  }
  return parts;
}
