import type { Excerpt } from '../model/finding.ts';
import type { ByteRange, Location } from '../model/location.ts';
import type { SourceFile } from '../model/source-file.ts';

const longestLine = 240;
const mostLines = 5;

/** The lines of a location with every sensitive range blanked out, ready to be shown anywhere. */
export function makeExcerpt(
  file: SourceFile,
  location: Location,
  sensitive: readonly ByteRange[],
): Excerpt | undefined {
  if (location.startLine === undefined || file.binary()) return undefined;
  const first = location.startLine;
  const last = Math.min(location.endLine ?? first, first + mostLines - 1);
  const span = lineSpan(file.bytes, first - file.base.line, last - file.base.line);
  if (!span) return undefined;
  const masked = mask(file.bytes, span, sensitive);
  const lines = new TextDecoder('utf-8')
    .decode(masked)
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);
  const shift = windowStart(lines[0] ?? '', location.startColumn ?? 1);
  const shown = lines.map((line, index) => clip(line, index === 0 ? shift : 0));
  const highlight = highlightOf(location, shown[0] ?? '', shift);
  return { startLine: first, lines: shown, ...(highlight && { highlight }) };
}

/** Columns stay true because masking replaces characters one by one. */
function highlightOf(location: Location, line: string, shift: number): Excerpt['highlight'] {
  if (location.startLine === undefined || location.startColumn === undefined) return undefined;
  const startColumn = location.startColumn - shift;
  if (startColumn < 1 || startColumn > line.length + 1) return undefined;
  const sameLine = (location.endLine ?? location.startLine) === location.startLine;
  const end = sameLine && location.endColumn !== undefined ? location.endColumn - shift : line.length + 1;
  return {
    line: location.startLine,
    startColumn,
    endColumn: Math.max(startColumn + 1, Math.min(end, line.length + 1)),
  };
}

function windowStart(line: string, column: number): number {
  return line.length <= longestLine ? 0 : Math.max(0, column - 1 - longestLine / 4);
}

function clip(line: string, start: number): string {
  return line.slice(start, start + longestLine);
}

function lineSpan(bytes: Uint8Array, firstIndex: number, lastIndex: number): ByteRange | undefined {
  if (firstIndex < 0) return undefined;
  let start = 0;
  for (let index = 0; index < firstIndex; index++) {
    const newline = bytes.indexOf(10, start);
    if (newline === -1) return undefined;
    start = newline + 1;
  }
  let end = start;
  for (let index = firstIndex; index <= lastIndex; index++) {
    const newline = bytes.indexOf(10, end);
    if (newline === -1) return { start, end: bytes.length };
    end = newline + 1;
  }
  return { start, end };
}

/** The whole file with nothing left of what is sensitive, for hashes of its text. */
export function blankOut(bytes: Uint8Array, sensitive: readonly ByteRange[]): Uint8Array {
  if (sensitive.length === 0) return bytes;
  const copy = bytes.slice();
  for (const { start, end } of sensitive) {
    for (let at = start; at < end; at++) if (copy[at] !== 10 && copy[at] !== 13) copy[at] = 42;
  }
  return copy;
}

/** Keeps line breaks, and at most the first four characters of a long value so that a reader can tell which one it is. */
function mask(bytes: Uint8Array, span: ByteRange, sensitive: readonly ByteRange[]): Uint8Array {
  const copy = bytes.slice(span.start, span.end);
  for (const range of sensitive) {
    const keep = range.end - range.start >= 16 ? 4 : 0;
    const from = Math.max(range.start + keep, span.start);
    const to = Math.min(range.end, span.end);
    for (let at = from; at < to; at++) {
      const byte = copy[at - span.start] ?? 0;
      // A multi-byte character becomes one star per UTF-16 unit: continuation bytes are dropped below.
      if (byte !== 10 && byte !== 13) copy[at - span.start] = (byte & 0xc0) === 0x80 ? 0 : 42;
    }
  }
  return copy.filter((byte) => byte !== 0);
}
