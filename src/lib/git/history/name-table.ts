/** Names of tree entries, numbered; equal bytes have equal numbers. No string is made for a name that is known. */
export class NameTable {
  private readonly texts: string[] = [];
  private readonly bytes: Buffer[] = [];
  private slots = new Int32Array(1024).fill(-1);

  /** Number of the name at `bytes[start, end)`. */
  number(bytes: Buffer, start: number, end: number): number {
    const slot = this.slotOf(bytes, start, end);
    const known = this.slots[slot] ?? -1;
    if (known !== -1) return known;
    const number = this.texts.push(bytes.toString('latin1', start, end)) - 1;
    this.bytes.push(Buffer.from(bytes.subarray(start, end)));
    this.slots[slot] = number;
    if (2 * this.texts.length > this.slots.length) this.grow();
    return number;
  }

  /** One character a byte: a name need not be UTF-8. */
  text(number: number): string {
    return this.texts[number] ?? '';
  }

  private grow(): void {
    this.slots = new Int32Array(2 * this.slots.length).fill(-1);
    this.bytes.forEach((bytes, number) => {
      this.slots[this.slotOf(bytes, 0, bytes.length)] = number;
    });
  }

  private slotOf(bytes: Buffer, start: number, end: number): number {
    const mask = this.slots.length - 1;
    let hash = end - start;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let number = this.slots[slot] ?? -1; number !== -1; number = this.slots[slot] ?? -1) {
      if (this.equals(number, bytes, start, end)) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private equals(number: number, bytes: Buffer, start: number, end: number): boolean {
    const known = this.bytes[number];
    if (known?.length !== end - start) return false;
    for (let at = 0; at < known.length; at++) if (known[at] !== bytes[start + at]) return false;
    return true;
  }
}
