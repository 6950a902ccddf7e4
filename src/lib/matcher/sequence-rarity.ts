import { byteFrequency } from './byte-frequency.ts';

const slots = 1 << 16;

/** Tells which parts of literals are rare: at first by a general table, later by what was seen. */
export class SequenceRarity {
  private readonly counts = new Uint32Array(slots);

  /** Counts the sequences of four bytes in a sample of what is searched. */
  observe(bytes: Uint8Array): void {
    for (let at = 0; at + 4 <= bytes.length; at++) {
      const slot = slotOf(bytes, at);
      this.counts[slot] = (this.counts[slot] ?? 0) + 1;
    }
  }

  /**
   * Offset of the four bytes of a literal that occur least, 0 when it has no more. A caseless literal is in lower case
   * and is looked up as it is and with capitals.
   */
  rarestPart(text: Uint8Array, caseless: boolean): number {
    const forms = caseless ? [text, capitals(text)] : [text];
    let offset = 0;
    let least = Infinity;
    for (let at = 0; at + 4 <= text.length; at++) {
      let weight = chance(text, at);
      for (const form of forms) weight += this.counts[slotOf(form, at)] ?? 0;
      if (weight < least) {
        least = weight;
        offset = at;
      }
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

function capitals(text: Uint8Array): Uint8Array {
  return text.map((byte) => (isLetter(byte) ? byte & ~0x20 : byte));
}

function isLetter(byte: number): boolean {
  return (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
}

function slotOf(bytes: Uint8Array, at: number): number {
  const high = ((bytes[at + 3] ?? 0) << 8) | (bytes[at + 2] ?? 0);
  const low = ((bytes[at + 1] ?? 0) << 8) | (bytes[at] ?? 0);
  return Math.imul((high << 16) | low, 0x9e3779b1) >>> 16;
}
