import type { ByteText } from './byte-text.ts';
import type { Span } from './decode/find-encoded.ts';

/** A place in a fragment. Lines count from 0, columns as in gitleaks' reports. */
export interface Place {
  readonly startLine: number;
  readonly endLine: number;
  readonly startColumn: number;
  readonly endColumn: number;
  /** The lines that the place is on. */
  readonly lines: Span;
}

/** Finds lines and columns the way gitleaks counts them. */
export class LineIndex {
  readonly #newlines: readonly number[];
  readonly #length: number;

  constructor(raw: ByteText) {
    const newlines: number[] = [];
    for (let at = raw.indexOf('\n'); at >= 0; at = raw.indexOf('\n', at + 1)) newlines.push(at);
    // A text of one line ends as if a newline followed.
    this.#newlines = newlines.length === 0 ? [raw.length] : newlines;
    this.#length = raw.length;
  }

  /**
   * Columns are bytes and count from the newline before, so that they are one higher on all lines but the first. What
   * starts after the last newline has all of the fragment as its lines; what starts before and ends after it has an
   * end column of 0 on its first line.
   */
  locate({ start, end }: Span): Place {
    const line = this.#countBefore(start + 1);
    const lineStart = this.#startOf(line);
    const startColumn = start - lineStart + 1;
    if (line === this.#newlines.length) {
      const lines = { start: 0, end: this.#newlines[this.#countBefore(end)] ?? this.#length };
      return { startLine: line, endLine: line, startColumn, endColumn: end - lineStart, lines };
    }
    const lastLine = this.#countBefore(end);
    const endLine = Math.max(line, lastLine);
    const lineEnd = this.#newlines[endLine];
    if (lineEnd === undefined) {
      const lines = { start: lineStart, end: Math.max(end, this.#newlines[line] ?? this.#length) };
      return { startLine: line, endLine: line, startColumn, endColumn: 0, lines };
    }
    const lines = { start: lineStart, end: lineEnd };
    return { startLine: line, endLine, startColumn, endColumn: end - this.#startOf(lastLine), lines };
  }

  /** The newline before a line belongs to it. */
  #startOf(line: number): number {
    return line === 0 ? 0 : (this.#newlines[line - 1] ?? 0);
  }

  /** How many newlines stand before an offset. */
  #countBefore(offset: number): number {
    let low = 0;
    let high = this.#newlines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#newlines[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
