import type { Literal } from './pattern.ts';
import { chunkSize, createTrigramScan, tableSize, trigramSlot } from './trigram-scan.ts';

/** Called with the index of the literal and where it starts. */
export type LiteralReport = (literal: number, start: number) => void;

export interface LiteralFinder {
  /** Reports every occurrence that lies inside [start, end), in roughly ascending order. */
  find(bytes: Uint8Array, start: number, end: number, report: LiteralReport): void;
}

interface Probe {
  readonly literal: number;
  readonly text: Uint8Array;
  readonly caseless: boolean;
  /** Where in the literal the probed trigram stands. */
  readonly offset: number;
}

/** Bytes of source code from the most to the least common, letters in one case. */
const common = ' etarsino\t\ncldpufm,.0hg/b("xy=v[]1:2w_k-4>;36<857\\9@jz\'q+&!$#%?~';

const commonness = new Uint8Array(256);
for (let rank = 0; rank < common.length; rank++) {
  const byte = common.charCodeAt(rank) | 0x20;
  commonness[byte] ||= common.length - rank;
}

/** Lower case of a latin1 byte, as regular expressions with the flag `i` compare. */
const lowerCase = Uint8Array.from({ length: 256 }, (_, byte) => {
  const upper = (byte >= 0x41 && byte <= 0x5a) || (byte >= 0xc0 && byte <= 0xde && byte !== 0xd7);
  return upper ? byte + 0x20 : byte;
});

/**
 * Finds many literals at once: a table of hashed trigrams, the rarest of each literal, gives candidate positions
 * which are then compared in full.
 */
export function createLiteralFinder(literals: readonly Literal[]): LiteralFinder {
  const scan = createTrigramScan();
  const probes: Probe[] = literals.map((literal, index) => createProbe(literal, index));
  const heads = new Int32Array(tableSize).fill(-1);
  const next = new Int32Array(probes.length);
  for (const [index, probe] of probes.entries()) {
    const slot = slotAt(probe.text, probe.offset);
    scan.table[slot] = 1;
    next[index] = heads[slot] ?? -1;
    heads[slot] = index;
  }

  const check = (bytes: Uint8Array, at: number, start: number, end: number, report: LiteralReport): void => {
    for (let index = heads[slotAt(bytes, at)] ?? -1; index !== -1; index = next[index] ?? -1) {
      const probe = probes[index];
      if (!probe) return;
      const from = at - probe.offset;
      if (from >= start && from + probe.text.length <= end && isAt(probe, bytes, from)) report(probe.literal, from);
    }
  };

  return {
    find(bytes, start, end, report) {
      // Chunks overlap by two bytes so that each trigram is whole in one of them.
      for (let at = start; at + 3 <= end; at += chunkSize - 2) {
        const chunk = bytes.subarray(at, Math.min(at + chunkSize, end));
        for (const position of scan.run(chunk)) {
          if (position + 3 <= chunk.length) check(bytes, at + position, start, end, report);
        }
      }
    },
  };
}

function createProbe(literal: Literal, index: number): Probe {
  const text = Uint8Array.from(literal.text, (character) => character.charCodeAt(0));
  if (text.length < 3) throw new RangeError(`literal ${index} is shorter than three bytes`);
  let offset = 0;
  let least = Infinity;
  for (let at = 0; at + 3 <= text.length; at++) {
    const weight = weigh(text[at]) + weigh(text[at + 1]) + weigh(text[at + 2]);
    if (weight < least) [offset, least] = [at, weight];
  }
  return { literal: index, text, caseless: literal.caseless, offset };
}

function weigh(byte = 0): number {
  return commonness[byte | 0x20] ?? 0;
}

function slotAt(bytes: Uint8Array, at: number): number {
  return trigramSlot((bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16));
}

function isAt(probe: Probe, bytes: Uint8Array, start: number): boolean {
  const { text, caseless } = probe;
  for (let at = 0; at < text.length; at++) {
    const byte = bytes[start + at] ?? 0;
    if ((caseless ? lowerCase[byte] : byte) !== text[at]) return false;
  }
  return true;
}
