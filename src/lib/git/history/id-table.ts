/** Object ids numbered in the order they were added; finds the number of an id in constant time. */
export class IdTable {
  readonly ids: Buffer;
  private readonly slots: Int32Array;
  private readonly idBytes: number;
  private used = 0;

  /** @param capacity most ids that will be added */
  constructor(capacity: number, idBytes: number) {
    this.ids = Buffer.alloc(capacity * idBytes);
    this.idBytes = idBytes;
    let size = 1024;
    while (size < 2 * capacity) size *= 2;
    this.slots = new Int32Array(size).fill(-1);
  }

  /**
   * Numbers the id at `bytes[start]`, whether or not it is known: a second one of the same id is a copy.
   * @returns the number of the first of that id
   */
  add(bytes: Uint8Array, start: number): number {
    const number = this.used++;
    const at = number * this.idBytes;
    for (let i = 0; i < this.idBytes; i++) this.ids[at + i] = bytes[start + i] ?? 0;
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
    return this.ids.toString('hex', number * this.idBytes, (number + 1) * this.idBytes);
  }

  /** The slot that holds the id, or the free one where it belongs. Ids are hashes: their first bytes spread evenly. */
  private slotOf(bytes: Uint8Array, start: number): number {
    const mask = this.slots.length - 1;
    let slot = read32(bytes, start) & mask;
    for (let number = this.slots[slot] ?? -1; number !== -1; number = this.slots[slot] ?? -1) {
      if (this.equals(number * this.idBytes, bytes, start)) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private equals(at: number, bytes: Uint8Array, start: number): boolean {
    for (let i = 0; i < this.idBytes; i++) if (this.ids[at + i] !== bytes[start + i]) return false;
    return true;
  }
}

function read32(bytes: Uint8Array, at: number): number {
  const high = ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16);
  return high | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
}
