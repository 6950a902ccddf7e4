interface OpenLine {
  readonly index: number;
  readonly depth: number;
  /** A list may stand at the indentation of its key. */
  readonly takesList: boolean;
}

/**
 * The nodes of a YAML text as its indentation tells them, so that it works for scripts inside of a definition and for
 * files with mistakes as well. One pass over the lines. Indices count from 0; void are empty lines and comments.
 */
export class LineOutline {
  readonly #lines: readonly string[];
  readonly #next: Int32Array;
  readonly #previous: Int32Array;
  readonly #parent: Int32Array;
  readonly #last: Int32Array;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
    this.#next = new Int32Array(lines.length).fill(-1);
    this.#previous = new Int32Array(lines.length).fill(-1);
    this.#parent = new Int32Array(lines.length).fill(-1);
    this.#last = Int32Array.from(lines, (_, index) => index);
    this.#read();
  }

  /** The next line that is not void, or -1. */
  next(index: number): number {
    return this.#next[index] ?? -1;
  }

  /** The last line of the node that begins on a line. */
  last(index: number): number {
    return this.#last[index] ?? index;
  }

  /** The nearest line above that is indented less than a line, or -1. */
  above(index: number): number {
    const depth = indentation(this.#lines[index] ?? '');
    let at = this.#previous[index] ?? -1;
    while (at !== -1 && indentation(this.#lines[at] ?? '') >= depth) at = this.#parent[at] ?? -1;
    return at;
  }

  /** The line where the innermost item of a list begins that a line is in, or -1. */
  item(index: number): number {
    let at = this.above(index);
    while (at !== -1 && !isItem(this.#lines[at] ?? '')) at = this.#parent[at] ?? -1;
    return at;
  }

  #read(): void {
    const open: OpenLine[] = [];
    let previous = -1;
    for (const [index, line] of this.#lines.entries()) {
      this.#previous[index] = previous;
      if (isVoid(line)) continue;
      const depth = indentation(line);
      for (let top = open.at(-1); top && closes(line, depth, top); top = open.at(-1)) {
        this.#last[top.index] = previous;
        open.pop();
      }
      this.#parent[index] = open.findLast((one) => one.depth < depth)?.index ?? -1;
      open.push({ index, depth, takesList: !isItem(line) && /:\s*(?:#.*)?$/.test(line) });
      previous = index;
    }
    for (const { index } of open) this.#last[index] = previous;
    let next = -1;
    for (let index = this.#lines.length - 1; index >= 0; index--) {
      this.#next[index] = next;
      if (!isVoid(this.#lines[index] ?? '')) next = index;
    }
  }
}

/** Whether a line ends a node that is open. */
function closes(line: string, depth: number, open: OpenLine): boolean {
  return depth < open.depth || (depth === open.depth && !(open.takesList && isItem(line)));
}

export function isComment(line: string): boolean {
  return /^\s*(?:#|\/\/)/.test(line);
}

function isVoid(line: string): boolean {
  return line.trim() === '' || isComment(line);
}

function isItem(line: string): boolean {
  return /^\s*-(?:\s|$)/.test(line);
}

export function indentation(line: string): number {
  return line.length - line.trimStart().length;
}
