import type { ByteText } from '../byte-text.ts';
import type { CommitInfo } from '../fragment.ts';
import { parseCommitHeader } from './commit-header.ts';
import { unquotePath } from './unquote-path.ts';

/** The lines that a hunk adds, or a changed file that git calls binary. */
export type Change =
  | {
      readonly kind: 'hunk';
      readonly commit?: CommitInfo;
      readonly path: ByteText;
      /** Line of the new file on which `added` starts. */
      readonly startLine: number;
      readonly added: ByteText;
    }
  | { readonly kind: 'binary'; readonly commit?: CommitInfo; readonly path: ByteText };

/** Output of git that is not a patch as we know it; what follows would be lost. */
export class PatchError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PatchError';
  }
}

interface Hunk {
  readonly startLine: number;
  oldLines: number;
  newLines: number;
  added: ByteText;
  /** First character of the last line. */
  last: string;
}

/**
 * Reads the output of `git log -p` or `git diff` piece by piece (git-diff, "Generating patch text with -p"). Deleted
 * files give no changes.
 */
export class PatchParser {
  /** Commits that had a patch. */
  commits = 0;
  #rest = '';
  #preamble: ByteText[] = [];
  #commit: CommitInfo | undefined;
  #path: ByteText | undefined;
  #hunk: Hunk | undefined;
  #changes: Change[] = [];

  /** Takes the next piece and gives the changes that are complete now. */
  push(text: ByteText): Change[] {
    const all = this.#rest + text;
    let at = 0;
    for (;;) {
      const hunk = this.#hunk;
      if (hunk !== undefined && hunk.oldLines === 0 && hunk.newLines > 0 && all[at] === '+') {
        const { end, count } = measureLines(all, at, hunk.newLines);
        if (count === 0) break;
        hunk.added += all.slice(at + 1, end).replaceAll('\n+', '\n');
        hunk.newLines -= count;
        hunk.last = '+';
        at = end;
        continue;
      }
      const end = all.indexOf('\n', at);
      if (end < 0) break;
      this.#line(all.slice(at, end));
      at = end + 1;
    }
    this.#rest = all.slice(at);
    return this.#take();
  }

  /** Says that nothing follows, and gives the last changes. */
  end(): Change[] {
    if (this.#rest !== '') this.#line(this.#rest);
    this.#rest = '';
    if (this.#hunk !== undefined && this.#hunk.oldLines + this.#hunk.newLines > 0) {
      throw new PatchError('the patch ends inside of a hunk');
    }
    this.#closeHunk();
    return this.#take();
  }

  #take(): Change[] {
    const changes = this.#changes;
    this.#changes = [];
    return changes;
  }

  #line(line: ByteText): void {
    const hunk = this.#hunk;
    if (hunk !== undefined && (hunk.oldLines > 0 || hunk.newLines > 0)) {
      readHunkLine(hunk, line);
    } else if (hunk !== undefined && line.startsWith('\\ ')) {
      dropLastNewline(hunk);
    } else {
      this.#closeHunk();
      this.#headerLine(line);
    }
  }

  #headerLine(line: ByteText): void {
    if (line.startsWith('@@ -')) this.#openHunk(line);
    else if (line.startsWith('@@@')) throw new PatchError('combined diffs of merges cannot be read');
    else if (line.startsWith('diff --git ')) this.#openFile(line);
    else if (line.startsWith('commit ')) {
      this.#preamble = [line];
      this.#path = undefined;
    } else if (this.#path === undefined || this.#preamble.length > 0) this.#preamble.push(line);
    else this.#fileLine(line);
  }

  #openFile(line: ByteText): void {
    if (this.#preamble.length > 0) {
      this.#commit = parseCommitHeader(this.#preamble);
      this.commits++;
      this.#preamble = [];
    }
    this.#path = /^diff --git (?:"?a\/).* "?b\/(.*?)"?$/.exec(line)?.[1] ?? '';
  }

  #fileLine(line: ByteText): void {
    if (line.startsWith('+++ ')) this.#path = readPath(line.slice(4));
    else if (line.startsWith('rename to ')) this.#path = unquotePath(line.slice('rename to '.length));
    else if (line.startsWith('copy to ')) this.#path = unquotePath(line.slice('copy to '.length));
    else if (line.startsWith('Binary files ') && line.endsWith(' differ')) {
      const path = /^Binary files .* and ("b\/.*"|b\/.*) differ$/.exec(line)?.[1];
      if (path !== undefined) this.#emit({ kind: 'binary', path: dropPrefix(unquotePath(path)) });
    }
  }

  #openHunk(line: ByteText): void {
    const header = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (header === null) throw new PatchError(`not a hunk header: ${line.slice(0, 80)}`);
    const [, oldLines = '1', startLine, newLines = '1'] = header;
    this.#hunk = {
      startLine: Number(startLine),
      oldLines: Number(oldLines),
      newLines: Number(newLines),
      added: '',
      last: '',
    };
  }

  #closeHunk(): void {
    const hunk = this.#hunk;
    this.#hunk = undefined;
    if (hunk === undefined || this.#path === undefined || this.#path === '') return;
    this.#emit({ kind: 'hunk', path: this.#path, startLine: hunk.startLine, added: hunk.added });
  }

  #emit(change: Change): void {
    this.#changes.push(this.#commit === undefined ? change : { ...change, commit: this.#commit });
  }
}

function readHunkLine(hunk: Hunk, line: ByteText): void {
  const first = line[0] ?? ' ';
  switch (first) {
    case '+':
      hunk.newLines--;
      hunk.added += `${line.slice(1)}\n`;
      break;
    case '-':
      hunk.oldLines--;
      break;
    case ' ':
      hunk.oldLines--;
      hunk.newLines--;
      break;
    case '\\':
      dropLastNewline(hunk);
      return;
    default:
      throw new PatchError(`not a line of a hunk: ${line.slice(0, 80)}`);
  }
  hunk.last = first;
}

/** The marker of a file without a newline at its end speaks of the line before it. */
function dropLastNewline(hunk: Hunk): void {
  if (hunk.last === '+') hunk.added = hunk.added.slice(0, -1);
}

/** The end of at most `most` complete lines, and how many they are. */
function measureLines(text: ByteText, start: number, most: number): { readonly end: number; readonly count: number } {
  let end = start;
  let count = 0;
  while (count < most) {
    const next = text.indexOf('\n', end) + 1;
    if (next === 0) break;
    end = next;
    count++;
  }
  return { end, count };
}

/** The name in a `+++` line; empty for a deleted file. */
function readPath(text: ByteText): ByteText {
  const name = text.startsWith('"') ? unquotePath(text) : (text.split('\t')[0] ?? '');
  return name === '/dev/null' ? '' : dropPrefix(name);
}

/** Without the `b/` that git puts before names. */
function dropPrefix(name: ByteText): ByteText {
  return name.slice(name.indexOf('/') + 1);
}
