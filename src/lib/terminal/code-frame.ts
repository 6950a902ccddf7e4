import { cutEnd, cutStart } from './cut.ts';
import { sanitize } from './sanitize.ts';
import type { Screen } from './screen.ts';
import { displayWidth } from './width.ts';

/** Source lines to show; text and columns are those of `Excerpt` in the model. */
export interface Frame {
  /** 1-based number of the first line. */
  readonly startLine: number;
  readonly lines: readonly string[];
  /** 1-based columns in UTF-16 units, end exclusive. */
  readonly highlight?: { readonly line: number; readonly startColumn: number; readonly endColumn: number };
}

const tabWidth = 4;
/** A line is looked at no further than this many UTF-16 units; no terminal shows more. */
const farthest = 2000;

/** Lays out source lines with a gutter of line numbers and carets under the highlight, cut to the width of the screen. */
export function* codeFrame(frame: Frame, screen: Screen, indent: number): Generator<string> {
  const { paint } = screen;
  const last = frame.startLine + frame.lines.length - 1;
  const gutter = String(last).length;
  const room = screen.width - indent - gutter - 3;
  const margin = ' '.repeat(indent);
  for (const [index, text] of frame.lines.entries()) {
    const number = frame.startLine + index;
    const highlight = frame.highlight?.line === number ? frame.highlight : undefined;
    const row = layOut(text, highlight, room);
    const label = String(number).padStart(gutter);
    yield `${margin}${paint.dim(`${label} │`)} ${row.before}${paint.bold(row.marked)}${row.after}`.trimEnd();
    if (row.caretWidth > 0) {
      const under = ' '.repeat(displayWidth(row.before)) + paint.bold(paint.red('^'.repeat(row.caretWidth)));
      yield `${margin}${paint.dim(`${' '.repeat(gutter)} │`)} ${under}`;
    }
  }
}

interface Row {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
  readonly caretWidth: number;
}

function layOut(text: string, highlight: Frame['highlight'], room: number): Row {
  const line = text.slice(0, farthest);
  const start = highlight ? Math.max(0, highlight.startColumn - 1) : line.length;
  const end = highlight ? Math.max(start, highlight.endColumn - 1) : line.length;
  const lead = showLine(line.slice(0, start), 0);
  const leadWidth = displayWidth(lead);
  const middle = showLine(line.slice(start, end), leadWidth);
  const tail = showLine(line.slice(end), leadWidth + displayWidth(middle));
  const before = highlight
    ? cutStart(lead, Math.max(room - Math.max(1, displayWidth(middle)), Math.floor(room / 2)))
    : cutEnd(lead, room);
  const marked = cutEnd(middle, room - displayWidth(before));
  const after = cutEnd(tail, room - displayWidth(before) - displayWidth(marked));
  return { before, marked, after, caretWidth: highlight ? Math.max(1, displayWidth(marked)) : 0 };
}

/** Sanitised, with tabs as spaces up to the next stop; `column` is where the text begins. */
function showLine(text: string, column: number): string {
  let shown = '';
  let at = column;
  for (const [index, part] of text.split('\t').entries()) {
    if (index > 0) {
      const spaces = tabWidth - (at % tabWidth);
      shown += ' '.repeat(spaces);
      at += spaces;
    }
    const clean = sanitize(part);
    shown += clean;
    at += displayWidth(clean);
  }
  return shown;
}
