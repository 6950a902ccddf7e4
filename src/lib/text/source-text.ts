/** A text with the name it goes by; tells lines and columns of offsets (UTF-16 units, both 1-based). */
export class SourceText {
  readonly uri: string;
  readonly text: string;
  #lineStarts: readonly number[] | undefined;

  constructor(uri: string, text: string) {
    this.uri = uri;
    this.text = text;
  }

  /** The offset of a line and column; undefined when the text has no such line, or the line no such column. */
  offset(line: number, column: number): number | undefined {
    const starts = (this.#lineStarts ??= findLineStarts(this.text));
    const start = starts[line - 1];
    const next = starts[line] ?? this.text.length + 1;
    return start !== undefined && start + column - 1 < next ? start + column - 1 : undefined;
  }

  position(offset: number): { readonly line: number; readonly column: number } {
    const starts = (this.#lineStarts ??= findLineStarts(this.text));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  }
}

/** Half-open range of UTF-16 offsets in a text. */
export interface TextRange {
  readonly source: SourceText;
  readonly start: number;
  readonly end: number;
}

function findLineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
