import { applySplices, type Splice } from './splice.ts';

const context = 3;

interface Hunk {
  /** Lines of the old text, half-open, 0-based. */
  readonly from: number;
  readonly to: number;
  readonly splices: readonly Splice[];
}

/**
 * What splices do to a text, as a unified diff (POSIX `diff -u`) with three lines around each change.
 * @param name of the file, for the header
 */
export function unifiedDiff(name: string, text: string, splices: readonly Splice[]): string {
  const lines = text.split(/(?<=\n)/);
  const starts: number[] = [];
  let offset = 0;
  for (const line of lines) {
    starts.push(offset);
    offset += line.length;
  }
  const hunks = toHunks(
    splices.toSorted((a, b) => a.start - b.start),
    starts,
    lines.length,
  );
  let shift = 0;
  const parts = hunks.flatMap(({ from, to, splices: own }) => {
    const base = starts[from] ?? text.length;
    const before = lines.slice(from, to);
    const local = own.map((splice) => ({ ...splice, start: splice.start - base, end: splice.end - base }));
    const changed = applySplices(before.join(''), local);
    // Splices that change nothing make no hunk: git refuses an empty one.
    if (changed === before.join('')) return [];
    const after = changed.split(/(?<=\n)/);
    const header = `@@ -${range(from, before.length)} +${range(from + shift, after.length)} @@\n`;
    shift += after.length - before.length;
    const behind = to - 1 - Math.max(...own.map((splice) => lastLine(starts, splice)));
    return header + changes(before, after, lineAt(starts, own[0]?.start ?? base) - from, behind);
  });
  return `--- a/${name}\n+++ b/${name}\n${parts.join('')}`;
}

function range(from: number, length: number): string {
  return `${length === 0 ? from : from + 1},${length}`;
}

/** Splices whose surroundings touch share a hunk. */
function toHunks(splices: readonly Splice[], starts: readonly number[], count: number): readonly Hunk[] {
  const hunks: Hunk[] = [];
  for (const splice of splices) {
    const from = Math.max(0, lineAt(starts, splice.start) - context);
    const to = Math.min(count, lastLine(starts, splice) + 1 + context);
    const last = hunks.at(-1);
    if (last && from <= last.to) {
      hunks[hunks.length - 1] = { from: last.from, to: Math.max(last.to, to), splices: [...last.splices, splice] };
    } else {
      hunks.push({ from, to, splices: [splice] });
    }
  }
  return hunks;
}

function lastLine(starts: readonly number[], { start, end }: Splice): number {
  return lineAt(starts, Math.max(start, end - 1));
}

function lineAt(starts: readonly number[], offset: number): number {
  const after = starts.findIndex((start) => start > offset);
  return after === -1 ? Math.max(0, starts.length - 1) : after - 1;
}

/**
 * Common lines at both ends are context, also the common ones between single changes.
 * @param ahead lines in front of the first splice
 * @param behind lines behind the last one; they stay context, because git takes a hunk without for the end of the file
 */
function changes(before: readonly string[], after: readonly string[], ahead: number, behind: number): string {
  let tail = 0;
  // A splice that takes away the end of its line joins the next one to it.
  while (tail < Math.min(behind, after.length - ahead) && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const context = (lines: readonly string[]): string => lines.map((one) => line(' ', one)).join('');
  const middle = changedLines(before.slice(ahead, before.length - tail), after.slice(ahead, after.length - tail));
  return context(before.slice(0, ahead)) + middle + context(before.slice(before.length - tail));
}

function changedLines(before: readonly string[], after: readonly string[]): string {
  const lengths = commonLengths(before, after);
  let text = '';
  let [b, a] = [0, 0];
  while (b < before.length || a < after.length) {
    const isCommon = b < before.length && a < after.length && before[b] === after[a];
    if (isCommon) {
      text += line(' ', before[b]);
      b++;
      a++;
    } else if (b < before.length && (a >= after.length || (lengths[b + 1]?.[a] ?? 0) >= (lengths[b]?.[a + 1] ?? 0))) {
      text += line('-', before[b++]);
    } else {
      text += line('+', after[a++]);
    }
  }
  return text;
}

/** Length of the longest common subsequence of each pair of tails; hunks are short. */
function commonLengths(before: readonly string[], after: readonly string[]): readonly (readonly number[])[] {
  const rows: number[][] = Array.from({ length: before.length + 1 }, () =>
    Array.from({ length: after.length + 1 }, () => 0),
  );
  for (let b = before.length - 1; b >= 0; b--) {
    for (let a = after.length - 1; a >= 0; a--) {
      const row = rows[b] ?? [];
      row[a] =
        before[b] === after[a] ? (rows[b + 1]?.[a + 1] ?? 0) + 1 : Math.max(rows[b + 1]?.[a] ?? 0, row[a + 1] ?? 0);
    }
  }
  return rows;
}

function line(mark: string, text = ''): string {
  return text.endsWith('\n') ? mark + text : `${mark}${text}\n\\ No newline at end of file\n`;
}
