import { decompress, type Compression } from '../archive/decompress.ts';
import { decodeBase64, decodeHex, runText } from './decode-run.ts';
import { splitRun, type EncodedRun } from './encoded-run.ts';
import { looksLikeText } from './printable.ts';
import { isWideText } from './wide-text.ts';
import type { Segment } from './segment.ts';

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
  const text = runText(bytes, run);
  if (/^(?:[\da-fA-F]{2})+$/.test(text)) return decodeHexText(run, text);
  const decoded = decodeText(run, text);
  if (decoded) return [decoded];
  const parts = splitRun(bytes, run).flatMap((part) => decodeText(part, runText(bytes, part)) ?? []);
  if (parts.length > 0) return parts;
  const compression = compressionOf(text);
  if (compression) return expand(decodeBase64(run, text, 0), compression, budget);
  return text.length >= longRun && mixesCase(text.slice(0, longRun))
    ? [{ segment: decodeBase64(run, text, 0), text: false }]
    : [];
}

function decodeHexText(run: EncodedRun, text: string): Decoded[] {
  const segment = decodeHex(run, text);
  return looksLikeText(segment.bytes.subarray(0, sample)) ? [{ segment, text: true }] : [];
}

function decodeText(run: EncodedRun, text: string): Decoded | undefined {
  if (!mixesCase(text.slice(0, sample))) return undefined;
  for (let phase = 0; phase < 4; phase++) {
    const head = Buffer.from(text.slice(phase, phase + sample), 'base64');
    if (looksLikeText(head)) return { segment: decodeBase64(run, text, phase), text: true };
    if (isWideText(head)) return { segment: decodeBase64(run, text, phase), text: false };
  }
  return undefined;
}

/** Base64 of more than a few bytes does, most paths and identifiers do not. */
function mixesCase(text: string): boolean {
  return /[A-Z]/.test(text) && /[a-z]/.test(text) && /[^-_/+]{12}/.test(text);
}

function compressionOf(text: string): Compression | undefined {
  const [first = 0, second = 0] = Buffer.from(text.slice(0, 4), 'base64');
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
