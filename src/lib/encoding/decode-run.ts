import type { Span } from '../matcher/span.ts';
import type { EncodedRun } from './encoded-run.ts';
import { lastAtMost, type Segment } from './segment.ts';

/** The characters of a run without what stands between its lines. */
export function runText(bytes: Uint8Array, run: EncodedRun): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const [only] = run.pieces;
  if (only && run.pieces.length === 1) return buffer.toString('latin1', only.start, only.end);
  return run.pieces.map((piece) => buffer.toString('latin1', piece.start, piece.end)).join('');
}

/** Decodes base64 of either alphabet from character `phase` on; incomplete last groups give what they hold. */
export function decodeBase64(run: EncodedRun, text: string, phase: number): Segment {
  const bytes = Buffer.from(phase === 0 ? text : text.slice(phase), 'base64');
  return segmentOf('base64', run, bytes, (start, end) => ({
    start: phase + Math.floor((start * 4) / 3),
    end: Math.min(text.length, phase + Math.ceil((end * 4) / 3)),
  }));
}

export function decodeHex(run: EncodedRun, text: string): Segment {
  return segmentOf('hex', run, Buffer.from(text, 'hex'), (start, end) => ({ start: start * 2, end: end * 2 }));
}

/** `inText` maps decoded bytes to characters of the run's text. */
function segmentOf(
  encoding: string,
  run: EncodedRun,
  bytes: Uint8Array,
  inText: (start: number, end: number) => Span,
): Segment {
  const lengths: number[] = [];
  let length = 0;
  for (const piece of run.pieces) {
    lengths.push(length);
    length += piece.end - piece.start;
  }
  const sourceOf = (character: number): number => {
    const index = Math.max(0, lastAtMost(lengths, character));
    return (run.pieces[index]?.start ?? 0) + character - (lengths[index] ?? 0);
  };
  return {
    encoding,
    bytes,
    source: { start: sourceOf(0), end: run.pieces.at(-1)?.end ?? 0 },
    locate(start, end) {
      const span = inText(start, Math.max(end, start + 1));
      return { start: sourceOf(span.start), end: sourceOf(Math.max(span.start, span.end - 1)) + 1 };
    },
  };
}
