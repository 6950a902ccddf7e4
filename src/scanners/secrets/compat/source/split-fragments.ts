import { isApplication } from './application-magic.ts';

/** Part of a file and the line on which it starts, 1-based. */
export interface Chunk {
  /** Valid until the next part is asked for. */
  readonly bytes: Uint8Array;
  readonly startLine: number;
}

/** Reads a file block by block. */
export interface BlockReader {
  /** The next bytes. They may change when the next are asked for. */
  next(): Uint8Array;
  /** Whether there are no more. */
  readonly ended: boolean;
}

const readSize = 100_000;
const peekSize = 25_000;
const bufferSize = 4_096;
/** A part and what its reader may have buffered are never longer. */
const lookAhead = readSize + peekSize + bufferSize;

const newline = 0x0a;

/**
 * Cuts a file the way gitleaks reads it: 100,000 bytes and on to the next blank line, but at most 25,000 further. It
 * looks for the blank line through a buffer of 4,096 bytes; what that holds then is the next read. It stops at a part
 * that starts on line 1 and looks like a binary application.
 */
export function* splitFragments(reader: BlockReader): Generator<Chunk> {
  let startLine = 1;
  let window = reader.next();
  /** How far the buffer reaches into the window. */
  let filled = 0;
  for (;;) {
    while (!reader.ended && window.length < lookAhead) {
      const kept = Buffer.from(window);
      window = Buffer.concat([kept, reader.next()]);
    }
    if (window.length === 0) return;
    const readEnd = filled > 0 ? filled : Math.min(readSize, window.length);
    const end = findBoundary(window, readEnd);
    const bytes = window.subarray(0, end);
    if (startLine === 1 && isApplication(bytes)) return;
    yield { bytes, startLine };
    filled = Math.min(window.length, readEnd + Math.ceil((end - readEnd) / bufferSize) * bufferSize) - end;
    window = window.subarray(end);
    if (window.length > 0 || !reader.ended) startLine += countLines(bytes);
  }
}

/** End of the blank line that comes next: two newlines with nothing but spaces, tabs and returns between. */
function findBoundary(window: Uint8Array, readEnd: number): number {
  if (readEnd === window.length) return readEnd;
  const limit = Math.min(window.length, readEnd + peekSize);
  let newlines = 0;
  for (let at = readEnd - 1; at >= 0 && newlines < 2; at--) {
    const byte = window[at] ?? 0;
    if (byte === newline) newlines++;
    else if (!isBlank(byte)) break;
  }
  if (newlines >= 2) return readEnd;
  for (let at = readEnd; at < limit; at++) {
    const byte = window[at] ?? 0;
    if (byte === newline) {
      newlines++;
      if (newlines >= 2) return at + 1;
    } else if (!isBlank(byte)) newlines = 0;
  }
  return limit;
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0d;
}

function countLines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) count++;
  return count;
}
