import { isUtf8 } from 'node:buffer';
import type { ByteRange } from '../model/location.ts';
import type { SourceFile } from '../model/source-file.ts';
import type { LineSpan } from '../model/target.ts';

export interface SourceFileInput {
  readonly uri: string;
  readonly bytes: Uint8Array;
  readonly depth?: number;
  /** Size of the whole file when `bytes` is a window of it. */
  readonly size?: number;
  readonly base?: { readonly offset: number; readonly line: number };
  readonly changed?: readonly LineSpan[];
  readonly fresh?: readonly ByteRange[];
  readonly blob?: string;
  readonly commit?: string;
}

/** Wraps bytes for scanners; text, line table and binary test are made on first use and shared by all scanners. */
export function createSourceFile(input: SourceFileInput): SourceFile {
  const { uri, bytes } = input;
  const base = input.base ?? { offset: 0, line: 1 };
  let text: string | undefined;
  let lineStarts: Uint32Array | undefined;
  let binary: boolean | undefined;
  const file: SourceFile = {
    uri,
    name: uri.slice(Math.max(uri.lastIndexOf('/'), uri.lastIndexOf('!')) + 1),
    size: input.size ?? bytes.length,
    depth: input.depth ?? 0,
    bytes,
    base,
    ...(input.changed && { changed: input.changed }),
    ...(input.fresh && { fresh: input.fresh }),
    ...(input.blob !== undefined && { blob: input.blob }),
    ...(input.commit !== undefined && { commit: input.commit }),
    text: () => (text ??= decode(bytes)),
    binary: () => (binary ??= looksBinary(bytes)),
    position(offset) {
      lineStarts ??= findLineStarts(bytes);
      const index = lastAtMost(lineStarts, offset);
      const start = lineStarts[index] ?? 0;
      return { line: base.line + index, column: 1 + utf16Length(bytes, start, offset) };
    },
  };
  return file;
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}

/** git's own heuristic (buffer_is_binary in xdiff-interface.c): a NUL among the first 8,000 bytes. */
function looksBinary(bytes: Uint8Array): boolean {
  const bom16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (bom16) return false;
  const zero = bytes.subarray(0, 8000).indexOf(0);
  return zero !== -1;
}

function findLineStarts(bytes: Uint8Array): Uint32Array {
  const starts = [0];
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) starts.push(at + 1);
  return Uint32Array.from(starts);
}

function lastAtMost(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** UTF-16 units of the UTF-8 bytes [start, end); invalid bytes count as one unit each, as a decoder shows them. */
function utf16Length(bytes: Uint8Array, start: number, end: number): number {
  const slice = bytes.subarray(start, end);
  if (!isUtf8(slice)) return new TextDecoder('utf-8').decode(slice).length;
  let units = 0;
  for (const byte of slice) if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
  return units;
}
