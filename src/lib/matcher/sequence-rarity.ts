import { byteFrequency } from './byte-frequency.ts';

const slots = 1 << 16;

/** Tells which parts of literals are rare: at first by a general table, later by what was seen. */
export class SequenceRarity {
  private counts: Uint32Array | undefined;

  /** Counts the sequences of four bytes in a sample of what is searched. */
  observe(bytes: Uint8Array): void {
    const counts = (this.counts ??= new Uint32Array(slots));
    for (let at = 0; at + 4 <= bytes.length; at++) {
      const slot = slotOf(bytes, at, 0);
      counts[slot] = (counts[slot] ?? 0) + 1;
    }
  }

  /**
   * Offset of the four bytes of the literal [start, end) that occur least, 0 when it has no more. A caseless literal is in
   * lower case and is looked up as it is and with capitals.
   */
  rarestPart(bytes: Uint8Array, start: number, end: number, caseless: boolean): number {
    let offset = 0;
    let least = Infinity;
    for (let at = start; at + 4 <= end; at++) {
      let weight = chance(bytes, at);
      if (this.counts) {
        weight += this.counts[slotOf(bytes, at, 0)] ?? 0;
        if (caseless) weight += this.counts[slotOf(bytes, at, 0x20)] ?? 0;
      }
      if (weight >= least) continue;
      least = weight;
      offset = at - start;
    }
    return offset;
  }
}

/** How probable four bytes are if each came alone, in either case. */
function chance(text: Uint8Array, start: number): number {
  let product = 1;
  for (let at = start; at < start + 4; at++) {
    const byte = text[at] ?? 0;
    product *= (byteFrequency[byte] ?? 0) + (isLetter(byte) ? (byteFrequency[byte ^ 0x20] ?? 0) : 0);
  }
  return product;
}

function isLetter(byte: number): boolean {
  return (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
}

/** @param letterBit taken from letters: 0x20 makes capitals of them */
function slotOf(bytes: Uint8Array, at: number, letterBit: number): number {
  let sequence = 0;
  for (let index = 0; index < 4; index++) {
    const byte = bytes[at + index] ?? 0;
    sequence |= (letterBit !== 0 && isLetter(byte) ? byte & ~letterBit : byte) << (8 * index);
  }
  return Math.imul(sequence, 0x9e3779b1) >>> 16;
}
