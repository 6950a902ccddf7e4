import type { ByteText } from '../byte-text.ts';
import { isApplication } from './application-magic.ts';

/** Part of a file and the line on which it starts, 1-based. */
export interface Chunk {
  readonly raw: ByteText;
  readonly startLine: number;
}

/** Gives the next bytes of a file; an empty buffer at its end. */
export type ReadNext = () => Uint8Array;

const readSize = 100_000;
const peekSize = 25_000;
const bufferSize = 4_096;
/** A part and what its reader may have buffered are never longer. */
const lookAhead = readSize + peekSize + bufferSize;

/**
 * Cuts a file the way gitleaks reads it: 100,000 bytes and on to the next blank line, but at most 25,000 further. It
 * looks for the blank line through a buffer of 4,096 bytes; what that holds then is the next read. It stops at a part
 * that starts on line 1 and looks like a binary application.
 */
export function* splitFragments(readNext: ReadNext): Generator<Chunk> {
  let startLine = 1;
  let window = '';
  let ended = false;
  /** How far the buffer reaches into the window. */
  let filled = 0;
  for (;;) {
    while (!ended && window.length < lookAhead) {
      const next = readNext();
      ended = next.length === 0;
      window += Buffer.from(next.buffer, next.byteOffset, next.length).toString('latin1');
    }
    if (window === '') return;
    const readEnd = filled > 0 ? filled : Math.min(readSize, window.length);
    const end = findBoundary(window, readEnd);
    const raw = end === window.length ? window : window.slice(0, end);
    if (startLine === 1 && isApplication(raw)) return;
    yield { raw, startLine };
    startLine += countLines(raw);
    filled = Math.min(window.length, readEnd + Math.ceil((end - readEnd) / bufferSize) * bufferSize) - end;
    window = window.slice(end);
  }
}

/** End of the blank line that comes next: two newlines with nothing but spaces, tabs and returns between. */
function findBoundary(window: ByteText, readEnd: number): number {
  if (readEnd === window.length) return readEnd;
  const limit = Math.min(window.length, readEnd + peekSize);
  let newlines = 0;
  for (let at = readEnd - 1; at >= 0 && newlines < 2; at--) {
    const byte = window.charCodeAt(at);
    if (byte === 0x0a) newlines++;
    else if (!isBlank(byte)) break;
  }
  if (newlines >= 2) return readEnd;
  for (let at = readEnd; at < limit; at++) {
    const byte = window.charCodeAt(at);
    if (byte === 0x0a) {
      newlines++;
      if (newlines >= 2) return at + 1;
    } else if (!isBlank(byte)) newlines = 0;
  }
  return limit;
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0d;
}

function countLines(text: ByteText): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
