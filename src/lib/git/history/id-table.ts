/** Filled slots of a hundred; more make look-ups long. */
const load = 0.7;

/**
 * Object ids with numbers; finds the number of an id in constant time. Ids lie in the slots themselves: a look-up among
 * millions then waits for memory once.
 */
export class IdTable {
  private readonly size: number;
  /** Words of an id, after its number plus one. */
  private readonly words: number;
  private readonly slots: Int32Array;
  /** Per number, the slot of its id. */
  private readonly places: Uint32Array;
  private readonly sought: Int32Array;
  private readonly written: Buffer;

  /** @param capacity one more than the largest number */
  constructor(capacity: number, idBytes: number) {
    this.size = Math.ceil(capacity / load) + 1;
    this.words = idBytes / 4;
    this.slots = new Int32Array(this.size * (1 + this.words));
    this.places = new Uint32Array(capacity);
    this.sought = new Int32Array(this.words);
    this.written = Buffer.alloc(idBytes);
  }

  /**
   * Gives a number to the id at `bytes[start]`.
   * @returns the number that had the same id before; `number` itself when there was none
   */
  add(number: number, bytes: Uint8Array, start: number): number {
    const slot = this.slotOf(bytes, start);
    this.places[number] = slot;
    const at = slot * (1 + this.words);
    const known = this.slots[at] ?? 0;
    if (known !== 0) return known - 1;
    this.slots[at] = number + 1;
    this.slots.set(this.sought, at + 1);
    return number;
  }

  /** Number of the id at `bytes[start]`, -1 when it was never added. */
  find(bytes: Uint8Array, start: number): number {
    return (this.slots[this.slotOf(bytes, start) * (1 + this.words)] ?? 0) - 1;
  }

  hex(number: number): string {
    const at = (this.places[number] ?? 0) * (1 + this.words) + 1;
    for (let word = 0; word < this.words; word++) this.written.writeInt32BE(this.slots[at + word] ?? 0, 4 * word);
    return this.written.toString('hex');
  }

  /** The slot that holds the id, or the free one where it belongs. Ids are hashes: their first bytes spread evenly. */
  private slotOf(bytes: Uint8Array, start: number): number {
    const { slots, sought, words, size } = this;
    for (let word = 0; word < words; word++) sought[word] = read32(bytes, start + 4 * word);
    let slot = Math.floor((((sought[0] ?? 0) >>> 0) / 0x100000000) * size);
    for (let at = slot * (1 + words); slots[at] !== 0; at = slot * (1 + words)) {
      let same = 0;
      while (same < words && slots[at + 1 + same] === sought[same]) same++;
      if (same === words) break;
      slot = slot + 1 === size ? 0 : slot + 1;
    }
    return slot;
  }
}

function read32(bytes: Uint8Array, at: number): number {
  const high = ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16);
  return high | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
}
