import type { Literal } from './pattern.ts';
import { SequenceRarity } from './sequence-rarity.ts';
import { chunkSize, createSequenceScan, type SequenceScan } from './sequence-scan.ts';

/** Called with the index of the literal and where it starts. */
export type LiteralReport = (literal: number, start: number) => void;

export interface LiteralFinder {
  /** Reports every occurrence that lies inside [start, end), in roughly ascending order. */
  find(bytes: Uint8Array, start: number, end: number, report: LiteralReport): void;
}

/** Lower case of a latin1 byte, as regular expressions with the flag `i` compare. */
const lowerCase = Uint8Array.from({ length: 256 }, (_, byte) => {
  const upper = (byte >= 0x41 && byte <= 0x5a) || (byte >= 0xc0 && byte <= 0xde && byte !== 0xd7);
  return upper ? byte + 0x20 : byte;
});

const slots = 1 << 14;

/** After so many bytes it is known what is rare in what is searched. */
const sampleSize = 1 << 19;

/**
 * Finds many literals at once: the rarest part of each, four bytes or all of three, gives candidate positions, where
 * the literal is then compared in full.
 */
export function createLiteralFinder(literals: readonly Literal[]): LiteralFinder {
  const scan = createSequenceScan();
  const rarity = new SequenceRarity();
  let unseen = sampleSize;
  const texts = literals.map(({ text }) => Buffer.from(text, 'latin1'));
  /** All texts one after the other, and where each starts; where in it the part stands. */
  const pool = Buffer.concat(texts);
  const starts = new Int32Array(literals.length + 1);
  const offsets = new Int32Array(literals.length);
  const caseless = Uint8Array.from(literals, (literal) => (literal.caseless ? 1 : 0));
  /** The parts themselves, without regard to case, to compare at one go. */
  const parts = new Int32Array(literals.length);
  const heads = new Int32Array(slots);
  const next = new Int32Array(literals.length);
  for (const [index, text] of texts.entries()) {
    if (text.length < 3) throw new RangeError(`literal ${index} is shorter than three bytes`);
    starts[index + 1] = (starts[index] ?? 0) + text.length;
  }

  const chooseParts = (): void => {
    scan.clear();
    heads.fill(-1);
    for (const [index, text] of texts.entries()) {
      const offset = rarity.rarestPart(text, caseless[index] === 1);
      const part = [...text.subarray(offset, offset + 4)];
      if (caseless[index]) wantVariants(scan, part, 0);
      else scan.want(part);
      const slot = slotOf(foldedAt(text, offset));
      offsets[index] = offset;
      parts[index] = foldedAt(text, offset) & maskOf(text.length);
      next[index] = heads[slot] ?? -1;
      heads[slot] = index;
    }
  };
  chooseParts();

  const learn = (chunk: Uint8Array): void => {
    rarity.observe(chunk);
    unseen -= chunk.length;
    if (unseen <= 0) chooseParts();
  };

  const isAt = (index: number, bytes: Uint8Array, from: number): boolean => {
    const start = starts[index] ?? 0;
    const length = (starts[index + 1] ?? 0) - start;
    if (caseless[index]) {
      for (let at = 0; at < length; at++) if (lowerCase[bytes[from + at] ?? 0] !== pool[start + at]) return false;
    } else {
      for (let at = 0; at < length; at++) if (bytes[from + at] !== pool[start + at]) return false;
    }
    return true;
  };

  const check = (bytes: Uint8Array, at: number, start: number, end: number, report: LiteralReport): void => {
    const folded = foldedAt(bytes, at);
    for (let index = heads[slotOf(folded)] ?? -1; index !== -1; index = next[index] ?? -1) {
      const length = (starts[index + 1] ?? 0) - (starts[index] ?? 0);
      if ((folded & maskOf(length)) !== parts[index]) continue;
      const from = at - (offsets[index] ?? 0);
      if (from >= start && from + length <= end && isAt(index, bytes, from)) report(index, from);
    }
  };

  return {
    find(bytes, start, end, report) {
      // Chunks overlap by three bytes so that each sequence is whole in one of them, and only there.
      for (let at = start; at + 3 <= end; at += chunkSize - 3) {
        const last = at + chunkSize >= end;
        const chunk = bytes.subarray(at, last ? end : at + chunkSize);
        const stop = last ? chunk.length : chunkSize - 3;
        if (unseen > 0) learn(chunk);
        const positions = scan.run(chunk);
        for (let index = 0; index < positions.length; index++) {
          const position = positions[index] ?? stop;
          if (position < stop) check(bytes, at + position, start, end, report);
        }
        if (last) break;
      }
    },
  };
}

/** Wants every sequence of bytes that compares equal without case; `part` is in lower case and changes meanwhile. */
function wantVariants(scan: SequenceScan, part: number[], from: number): void {
  const byte = part[from];
  if (byte === undefined) {
    scan.want(part);
    return;
  }
  wantVariants(scan, part, from + 1);
  if (lowerCase[byte - 0x20] !== byte) return;
  part[from] = byte - 0x20;
  wantVariants(scan, part, from + 1);
  part[from] = byte;
}

/** Four bytes as a number; ASCII letters of either case are the same. */
function foldedAt(bytes: Uint8Array, at: number): number {
  const low = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
  const high = (bytes[at + 2] ?? 0) | ((bytes[at + 3] ?? 0) << 8);
  return low | (high << 16) | 0x20202020;
}

/** The bytes of a part of a literal: three or four. */
function maskOf(length: number): number {
  return length === 3 ? 0xffffff : -1;
}

function slotOf(folded: number): number {
  return Math.imul(folded & 0xffffff, 0x9e3779b1) >>> 18;
}
