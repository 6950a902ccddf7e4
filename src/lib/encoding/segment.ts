import type { Span } from '../matcher/span.ts';

/** Bytes got by decoding part of a source, and where each of them came from. */
export interface Segment {
  /** `base64`, `hex`, `percent`, `escapes`, `utf-16`, `gzip`, `deflate`. */
  readonly encoding: string;
  readonly bytes: Uint8Array;
  /** What was decoded. */
  readonly source: Span;
  /** The part of the source that gave the bytes [start, end). */
  locate(start: number, end: number): Span;
}

/** Segments side by side, so that they can be searched at once. */
export interface View {
  readonly bytes: Uint8Array;
  /** The segment that holds the byte at `offset`, and where it starts. */
  segmentAt(offset: number): { readonly segment: Segment; readonly start: number } | undefined;
}

const newline = 10;

/** A segment that was found in the bytes of another, seen from the other's source. */
export function nestSegment(outer: Segment, inner: Segment): Segment {
  const locate = (start: number, end: number): Span => {
    const span = inner.locate(start, end);
    return outer.locate(span.start, span.end);
  };
  const source = outer.locate(inner.source.start, inner.source.end);
  return { encoding: `${inner.encoding} in ${outer.encoding}`, bytes: inner.bytes, source, locate };
}

/** Joins segments, each followed by a line break: nothing matches across a border. */
export function joinSegments(segments: readonly Segment[]): View {
  const starts: number[] = [];
  let size = 0;
  for (const segment of segments) {
    starts.push(size);
    size += segment.bytes.length + 1;
  }
  const bytes = new Uint8Array(size).fill(newline);
  for (const [index, segment] of segments.entries()) bytes.set(segment.bytes, starts[index] ?? 0);
  return {
    bytes,
    segmentAt(offset) {
      const index = lastAtMost(starts, offset);
      const segment = segments[index];
      return segment && { segment, start: starts[index] ?? 0 };
    },
  };
}

/** Index of the last element that is at most `value`, or -1. `sorted` is ascending. */
export function lastAtMost(sorted: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
