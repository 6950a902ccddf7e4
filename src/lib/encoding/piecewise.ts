import { lastAtMost, type Segment } from './segment.ts';

/** Collects decoded bytes piece by piece and remembers where each piece came from. */
export class PiecewiseDecoder {
  private readonly chunks: Uint8Array[] = [];
  private readonly starts: number[] = [];
  private readonly sourceStarts: number[] = [];
  private readonly sourceEnds: number[] = [];
  private size = 0;

  get length(): number {
    return this.size;
  }

  /** Adds bytes that came from [start, end) of the source: one to one when as many, else as a whole. */
  add(bytes: Uint8Array, start: number, end: number): void {
    if (bytes.length === 0) return;
    this.chunks.push(bytes);
    this.starts.push(this.size);
    this.sourceStarts.push(start);
    this.sourceEnds.push(end);
    this.size += bytes.length;
  }

  finish(encoding: string): Segment {
    const { starts, sourceStarts, sourceEnds, size } = this;
    const pieceOf = (offset: number) => {
      const index = Math.max(0, lastAtMost(starts, offset));
      const from = sourceStarts[index] ?? 0;
      const to = sourceEnds[index] ?? 0;
      const length = (starts[index + 1] ?? size) - (starts[index] ?? 0);
      const at = offset - (starts[index] ?? 0);
      return to - from === length ? { start: from + at, end: from + at + 1 } : { start: from, end: to };
    };
    return {
      encoding,
      bytes: Buffer.concat(this.chunks),
      source: { start: sourceStarts[0] ?? 0, end: sourceEnds.at(-1) ?? 0 },
      locate: (start, end) => ({ start: pieceOf(start).start, end: pieceOf(Math.max(start, end - 1)).end }),
    };
  }
}
