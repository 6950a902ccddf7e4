import { decompress, type Compression } from '../archive/decompress.ts';
import { base64Value, encodedByte, encodedKind } from './base64-alphabet.ts';
import { decodeBase64, decodeHex, runText } from './decode-run.ts';
import { splitRun, type EncodedRun } from './encoded-run.ts';
import { looksLikeText, printable } from './printable.ts';
import type { Segment } from './segment.ts';
import { isWideText } from './wide-text.ts';

/** Characters whose decoding tells whether the rest is worth it. */
const sample = 32;
/** A run this long is decoded even when it does not start like text: text may be embedded in it. */
const longRun = 128;

/** What decoding may still produce. */
export interface DecodeBudget {
  /** Bytes. */
  left: number;
  /** Something was not decoded for want of budget. */
  exceeded: boolean;
}

/** A decoded run and whether it is text; otherwise it may contain text. */
export interface Decoded {
  readonly segment: Segment;
  readonly text: boolean;
}

/**
 * Decodes a run as hex or base64, at whichever alignment gives text, and what is compressed in it. Nothing when it
 * encodes nothing. Takes what it decodes from the budget.
 */
export function decodeEncoded(bytes: Uint8Array, run: EncodedRun, budget: DecodeBudget): Decoded[] {
  const decoded = decodeWithin(bytes, run, budget);
  for (const { segment } of decoded) budget.left -= segment.bytes.length;
  if (budget.left >= 0) return decoded;
  budget.exceeded = true;
  return [];
}

function decodeWithin(bytes: Uint8Array, run: EncodedRun, budget: DecodeBudget): Decoded[] {
  const [first] = run.pieces;
  if (!first) return [];
  const hex = decodeHexText(bytes, run);
  if (hex) return [hex];
  const whole = decodeText(bytes, run);
  if (whole) return [whole];
  const compression = compressionOf(bytes, first.start);
  if (compression) {
    const expanded = expand(decodeBase64(run, runText(bytes, run), 0), compression, budget);
    if (expanded.length > 0 || budget.exceeded) return expanded;
  }
  const parts = splitRun(bytes, run).flatMap((part) => decodeText(bytes, part) ?? []);
  if (parts.length > 0) return parts;
  const length = run.pieces.reduce((sum, piece) => sum + piece.end - piece.start, 0);
  return length < longRun ? [] : [{ segment: decodeBase64(run, runText(bytes, run), 0), text: false }];
}

function decodeHexText(bytes: Uint8Array, run: EncodedRun): Decoded | undefined {
  const [first] = run.pieces;
  if (!first || !isHex(bytes, first.start, first.end)) return undefined;
  const text = runText(bytes, run);
  const head = Buffer.from(text.slice(0, sample), 'hex');
  return looksLikeText(head) && /^[\da-f]+$/i.test(text) ? { segment: decodeHex(run, text), text: true } : undefined;
}

function isHex(bytes: Uint8Array, start: number, end: number): boolean {
  let all: number = encodedByte.hex;
  for (let at = start; at < end && all !== 0; at++) all &= encodedKind[bytes[at] ?? 0] ?? 0;
  return all !== 0;
}

/** Decodes what turns out to be text at one of the alignments, judged by its head. */
function decodeText(bytes: Uint8Array, run: EncodedRun): Decoded | undefined {
  const [first] = run.pieces;
  if (!first) return undefined;
  for (let phase = 0; phase < 4; phase++) {
    if (!startsLikeText(bytes, first.start + phase, first.end)) continue;
    const segment = decodeBase64(run, runText(bytes, run), phase);
    const head = segment.bytes.subarray(0, (sample * 3) / 4);
    const text = looksLikeText(head);
    if (text || isWideText(head)) return { segment, text };
  }
  return undefined;
}

/** A cheap look at base64: false for what is neither text nor UTF-16. */
function startsLikeText(bytes: Uint8Array, start: number, end: number): boolean {
  const stop = Math.min(end, start + sample) - 3;
  let odd = 0;
  let nul = 0;
  for (let at = start; at < stop; at += 4) {
    const group = groupAt(bytes, at);
    for (let shift = 16; shift >= 0; shift -= 8) {
      const byte = (group >> shift) & 0xff;
      if (control[byte] === 1) return false;
      if (byte >= 0x80) odd++;
      else if (byte === 0) nul++;
    }
  }
  const size = ((stop - start + 3) * 3) / 4;
  return nul * 10 >= size * 3 || (odd + nul) * 10 <= size;
}

/** The 24 bits that four base64 characters stand for. */
function groupAt(bytes: Uint8Array, at: number): number {
  const high = ((base64Value[bytes[at] ?? 0] ?? 0) << 6) | (base64Value[bytes[at + 1] ?? 0] ?? 0);
  return (high << 12) | ((base64Value[bytes[at + 2] ?? 0] ?? 0) << 6) | (base64Value[bytes[at + 3] ?? 0] ?? 0);
}

/** 1 for bytes that text in ASCII, UTF-8 and UTF-16 does not have. */
const control = Uint8Array.from(printable, (isPrintable, byte) => (isPrintable || byte >= 0x80 || byte === 0 ? 0 : 1));

function compressionOf(bytes: Uint8Array, start: number): Compression | undefined {
  const group = groupAt(bytes, start);
  const [first, second] = [group >> 16, (group >> 8) & 0xff];
  if (first === 0x1f && second === 0x8b) return 'gzip';
  // RFC 1950, section 2.2: the two header bytes are a multiple of 31.
  return first === 0x78 && (first * 256 + second) % 31 === 0 ? 'zlib' : undefined;
}

function expand(packed: Segment, compression: Compression, budget: DecodeBudget): Decoded[] {
  const result = decompress(compression, packed.bytes, budget.left);
  if (result.outcome === 'limit') budget.exceeded = true;
  if (!('bytes' in result)) return [];
  const { bytes } = result;
  const segment = { encoding: `${compression} in base64`, bytes, source: packed.source, locate: () => packed.source };
  return [{ segment, text: looksLikeText(bytes.subarray(0, sample)) }];
}
