import type { Location } from '../../model/location.ts';
import { normaliseContent, normaliseContext } from './normalise.ts';

/** The lines of a file, numbered from 1, without line breaks. */
export interface TextLines {
  line(number: number): string | undefined;
}

/** A finding's text and what stands around it, free of formatting. */
export interface Surroundings {
  readonly content: string;
  readonly before: string;
  readonly after: string;
  /** The line that opens the block around it; empty at the top level. */
  readonly scope: string;
}

/** Normalised characters on each side. */
const windowLength = 80;
/** Raw characters that are looked at for them, so that a line of megabytes costs no more than others. */
const reach = 600;
const mostLines = 100;
const farthestScope = 400;

export function surroundingsOf(location: Location, text: TextLines): Surroundings | undefined {
  const { startLine } = location;
  if (startLine === undefined) return undefined;
  const first = text.line(startLine);
  if (first === undefined) return undefined;
  const endLine = Math.min(location.endLine ?? startLine, startLine + mostLines);
  const startColumn = location.startColumn ?? 1;
  const lastLine = text.line(endLine) ?? '';
  const endColumn =
    location.startColumn === undefined ? lastLine.length + 1 : (location.endColumn ?? lastLine.length + 1);
  return {
    content: normaliseContent(slice(text, startLine, startColumn, endLine, endColumn)),
    before: before(text, startLine, first.slice(0, startColumn - 1)),
    after: after(text, endLine, lastLine.slice(endColumn - 1)),
    scope: scopeOf(text, startLine, first),
  };
}

function slice(text: TextLines, startLine: number, startColumn: number, endLine: number, endColumn: number): string {
  const lines: string[] = [];
  for (let number = startLine; number <= endLine; number++) {
    const line = text.line(number) ?? '';
    const from = number === startLine ? startColumn - 1 : 0;
    lines.push(number === endLine ? line.slice(from, Math.max(from, endColumn - 1)) : line.slice(from));
  }
  return lines.join('\n').slice(0, 10_000);
}

function before(text: TextLines, startLine: number, head: string): string {
  let window = normaliseContext(head.slice(-reach));
  for (let number = startLine - 1; number >= startLine - mostLines && window.length < windowLength; number--) {
    const line = text.line(number);
    if (line === undefined) break;
    window = normaliseContext(line.slice(-reach)) + window;
  }
  return window.slice(-windowLength);
}

function after(text: TextLines, endLine: number, tail: string): string {
  let window = normaliseContext(tail.slice(0, reach));
  for (let number = endLine + 1; number <= endLine + mostLines && window.length < windowLength; number++) {
    const line = text.line(number);
    if (line === undefined) break;
    window += normaliseContext(line.slice(0, reach));
  }
  return window.slice(0, windowLength);
}

/** The nearest line above that is indented less and opens a block, in braces or by a colon. */
function scopeOf(text: TextLines, startLine: number, line: string): string {
  let indent = indentation(line);
  for (let number = startLine - 1; number >= startLine - farthestScope && indent > 0; number--) {
    const candidate = text.line(number);
    if (candidate === undefined) break;
    if (candidate.trim() === '' || indentation(candidate) >= indent) continue;
    indent = indentation(candidate);
    if (/[{:]\s*(#.*|\/\/.*)?$/.test(candidate.slice(-reach))) return normaliseContext(candidate.slice(0, reach));
  }
  return '';
}

function indentation(line: string): number {
  return line.search(/\S|$/);
}
