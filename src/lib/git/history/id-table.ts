const nothing = Buffer.alloc(0);

/** Object ids with numbers, wherever they lie; finds the number of an id in constant time. */
export class IdTable {
  private readonly slots: Int32Array;
  /** Per number, where its id starts in its source. */
  private readonly starts: Uint32Array;
  private readonly sources: { readonly first: number; readonly bytes: Buffer }[] = [];
  private readonly idBytes: number;

  /** @param capacity one more than the largest number */
  constructor(capacity: number, idBytes: number) {
    this.starts = new Uint32Array(capacity);
    this.idBytes = idBytes;
    let size = 1024;
    while (size < 2 * capacity) size *= 2;
    this.slots = new Int32Array(size).fill(-1);
  }

  /** Ids of the numbers from `first` on, until the next source begins, lie in `bytes`. Sources come in ascending order. */
  open(first: number, bytes: Buffer): void {
    this.sources.push({ first, bytes });
  }

  /**
   * Gives a number of the last source to the id at `start` there.
   * @returns the number that had the same id before; `number` itself when there was none
   */
  add(number: number, start: number): number {
    const bytes = this.sources.at(-1)?.bytes ?? nothing;
    this.starts[number] = start;
    const slot = this.slotOf(bytes, start);
    const known = this.slots[slot] ?? -1;
    if (known !== -1) return known;
    this.slots[slot] = number;
    return number;
  }

  /** Number of the id at `bytes[start]`, -1 when it was never added. */
  find(bytes: Uint8Array, start: number): number {
    return this.slots[this.slotOf(bytes, start)] ?? -1;
  }

  hex(number: number): string {
    const start = this.starts[number] ?? 0;
    return this.sourceOf(number).toString('hex', start, start + this.idBytes);
  }

  /** The slot that holds the id, or the free one where it belongs. Ids are hashes: their first bytes spread evenly. */
  private slotOf(bytes: Uint8Array, start: number): number {
    const mask = this.slots.length - 1;
    let slot = read32(bytes, start) & mask;
    for (let number = this.slots[slot] ?? -1; number !== -1; number = this.slots[slot] ?? -1) {
      if (this.equals(number, bytes, start)) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private equals(number: number, bytes: Uint8Array, start: number): boolean {
    const source = this.sourceOf(number);
    const at = this.starts[number] ?? 0;
    for (let i = 0; i < this.idBytes; i++) if (source[at + i] !== bytes[start + i]) return false;
    return true;
  }

  private sourceOf(number: number): Buffer {
    let low = 0;
    let high = this.sources.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.sources[middle]?.first ?? 0) <= number) low = middle;
      else high = middle - 1;
    }
    return this.sources[low]?.bytes ?? nothing;
  }
}

function read32(bytes: Uint8Array, at: number): number {
  const high = ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16);
  return high | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
}
