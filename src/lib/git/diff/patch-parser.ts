/** Inclusive, 1-based. */
interface LineRange {
  readonly start: number;
  readonly end: number;
}

/** One file's part of a patch: the blobs it leads from and to, and the lines that no parent has. */
export interface PatchSection {
  /** Ids before (one for each parent) and after; undefined when only the mode changed. */
  ids: { readonly before: readonly string[]; readonly after: string } | undefined;
  /** Undefined when git compared the files as a whole and named no lines. */
  added: LineRange[] | undefined;
}

/** Lines of the current hunk that are still to come, on each parent's side and on the result's. */
interface Hunk {
  readonly before: number[];
  after: number;
  /** Number of the next line of the result. */
  line: number;
}

const newline = 10;
const plus = 43;
const minus = 45;
const backslash = 92;

/**
 * Reads a patch as it comes, plain or combined (git-diff, "Generating patch text" and "Combined diff format"), as
 * written with `-U0 --full-index`. The files' own lines are passed over by count, so that nothing in them can look like
 * a header.
 */
export class PatchParser {
  sections: PatchSection[] = [];
  private rest: Buffer = Buffer.alloc(0);
  private hunk: Hunk | undefined;
  private readonly onOther: (line: string) => void;

  /** @param onOther gets lines that are neither of a file nor a header of a patch, one character a byte */
  constructor(onOther: (line: string) => void = () => undefined) {
    this.onOther = onOther;
  }

  feed(chunk: Buffer): void {
    const bytes = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    let start = 0;
    for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, start)) {
      if (this.hunk) this.content(this.hunk, bytes, start);
      else this.header(bytes.toString('latin1', start, end));
      start = end + 1;
    }
    // Of a file's line only the first columns matter, however long it is.
    this.rest = bytes.subarray(start, this.hunk ? start + this.hunk.before.length : bytes.length);
  }

  private content(hunk: Hunk, bytes: Buffer, start: number): void {
    // "\ No newline at end of file" is no line of the file.
    if (bytes[start] === backslash) return;
    const parents = hunk.before.length;
    const columns = bytes.subarray(start, start + parents);
    const isGone = columns.includes(minus);
    let isNew = !isGone;
    for (let parent = 0; parent < parents; parent++) {
      const isHere = isGone ? columns[parent] === minus : columns[parent] !== plus;
      if (isHere) hunk.before[parent] = (hunk.before[parent] ?? 0) - 1;
      if (isHere) isNew = false;
    }
    if (!isGone) {
      if (isNew) this.addLine(hunk.line);
      hunk.line++;
      hunk.after--;
    }
    if (hunk.after <= 0 && hunk.before.every((left) => left <= 0)) this.hunk = undefined;
  }

  private addLine(line: number): void {
    const added = this.sections.at(-1)?.added;
    const last = added?.at(-1);
    if (last?.end === line - 1) added?.splice(-1, 1, { start: last.start, end: line });
    else added?.push({ start: line, end: line });
  }

  private header(text: string): void {
    if (text.startsWith('diff --')) this.sections.push({ ids: undefined, added: [] });
    else if (text.startsWith('index ')) this.readIds(text);
    else if (text.startsWith('@@')) this.openHunk(text);
    else if (text.startsWith('Binary files ')) this.noLines();
    else this.onOther(text);
  }

  private readIds(text: string): void {
    const match = /^index ([0-9a-f,]+)\.\.([0-9a-f]+)/.exec(text);
    const section = this.sections.at(-1);
    if (section && match?.[1] !== undefined && match[2] !== undefined) {
      section.ids = { before: match[1].split(','), after: match[2] };
    }
  }

  private openHunk(text: string): void {
    const head = /^@@+((?: -\d+(?:,\d+)?)+) \+(\d+)(?:,(\d+))? @@/.exec(text);
    if (!head) return;
    const before = [...(head[1] ?? '').matchAll(/-\d+(?:,(\d+))?/g)].map((range) => Number(range[1] ?? 1));
    this.hunk = { before, after: Number(head[3] ?? 1), line: Number(head[2]) };
  }

  private noLines(): void {
    const section = this.sections.at(-1);
    if (section) section.added = undefined;
  }
}
