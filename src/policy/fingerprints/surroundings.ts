import type { Location } from '../../model/location.ts';
import { normaliseContent, normaliseContext } from './normalise.ts';
import { statementAt } from './statement.ts';
import { scopeOf } from './scope.ts';

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
const windowLength = 40;
/** Raw characters that are looked at for them, so that a line of megabytes costs no more than others. */
const reach = 600;
const mostLines = 100;

export function surroundingsOf(location: Location, text: TextLines): Surroundings | undefined {
  const { startLine, startColumn } = location;
  const first = startLine === undefined ? undefined : text.line(startLine);
  if (startLine === undefined || first === undefined) return undefined;
  const region = startColumn === undefined ? wholeLines(location, startLine, text) : columns(location, startLine, text);
  return {
    content: normaliseContent(region.content),
    before: before(text, startLine, first.slice(0, (startColumn ?? 1) - 1)),
    after: after(text, region.endLine, region.tail),
    scope: scopeOf(text, startLine, first),
  };
}

interface Region {
  readonly content: string;
  readonly endLine: number;
  /** What follows it on its last line. */
  readonly tail: string;
}

function columns(location: Location, startLine: number, text: TextLines): Region {
  const endLine = Math.min(location.endLine ?? startLine, startLine + mostLines);
  const lastLine = text.line(endLine) ?? '';
  const endColumn = location.endColumn ?? lastLine.length + 1;
  const content = slice(text, startLine, location.startColumn ?? 1, endLine, endColumn);
  return { content, endLine, tail: lastLine.slice(endColumn - 1) };
}

function wholeLines(location: Location, startLine: number, text: TextLines): Region {
  const endLine = Math.min(location.endLine ?? startLine, startLine + mostLines);
  if (endLine > startLine) {
    return { content: slice(text, startLine, 1, endLine, Infinity), endLine, tail: '' };
  }
  const statement = statementAt(text, startLine);
  return { content: statement.head, endLine: statement.endLine, tail: '' };
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
