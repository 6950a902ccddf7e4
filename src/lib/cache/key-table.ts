/** Bytes of a key. */
const keySize = 16;
const keyWords = keySize / 4;
const fewestSlots = 1 << 10;

/**
 * A set of keys of 16 bytes that are as good as random, as they are in memory and in a file: a power of two of slots, each
 * key in the first free one from that of its first bits on, all zeros for a free one. Threads may read it together.
 */
export class KeyTable {
  readonly bytes: SharedArrayBuffer;
  private readonly words: Uint32Array;
  private readonly mask: number;

  constructor(bytes: SharedArrayBuffer) {
    this.bytes = bytes;
    this.words = new Uint32Array(bytes);
    this.mask = bytes.byteLength / keySize - 1;
  }

  /** An empty table with room for `count` keys. */
  static forCount(count: number): KeyTable {
    let slots = fewestSlots;
    while (slots < 2 * count) slots *= 2;
    return new KeyTable(new SharedArrayBuffer(slots * keySize));
  }

  /** What an earlier run wrote; undefined when it can not be that. */
  static fromFile(content: Uint8Array): KeyTable | undefined {
    const slots = content.length / keySize;
    if (slots < fewestSlots || !Number.isInteger(Math.log2(slots))) return undefined;
    const bytes = new SharedArrayBuffer(content.length);
    new Uint8Array(bytes).set(content);
    const table = new KeyTable(bytes);
    // A full table would be searched for ever.
    return table.count() > slots * 0.75 ? undefined : table;
  }

  get slots(): number {
    return this.mask + 1;
  }

  count(): number {
    let count = 0;
    for (let slot = 0; slot <= this.mask; slot++) if (!this.isFree(slot)) count++;
    return count;
  }

  /** The same keys with twice the room. */
  grown(): KeyTable {
    const larger = new KeyTable(new SharedArrayBuffer(2 * this.bytes.byteLength));
    for (let slot = 0; slot <= this.mask; slot++) {
      if (this.isFree(slot)) continue;
      const key = this.words.subarray(slot * keyWords, (slot + 1) * keyWords);
      larger.words.set(key, larger.slotOf(key) * keyWords);
    }
    return larger;
  }

  /** @param key 16 bytes as latin1 text */
  has(key: string): boolean {
    return !this.isFree(this.slotOf(wordsOf(key)));
  }

  /** The caller sees to it that there is room. */
  add(key: string): void {
    const words = wordsOf(key);
    this.words.set(words, this.slotOf(words) * keyWords);
  }

  /** Where the key is, or would be. */
  private slotOf([a = 0, b = 0, c = 0, d = 0]: ArrayLike<number> & Iterable<number>): number {
    let slot = a & this.mask;
    for (let steps = 0; steps <= this.mask && !this.isFree(slot); steps++) {
      const at = slot * keyWords;
      const { words } = this;
      if (words[at] === a && words[at + 1] === b && words[at + 2] === c && words[at + 3] === d) break;
      slot = (slot + 1) & this.mask;
    }
    return slot;
  }

  private isFree(slot: number): boolean {
    const at = slot * keyWords;
    const { words } = this;
    return words[at] === 0 && words[at + 1] === 0 && words[at + 2] === 0 && words[at + 3] === 0;
  }
}

function wordsOf(key: string): readonly number[] {
  return [wordOf(key, 0), wordOf(key, 1), wordOf(key, 2), wordOf(key, 3)];
}

function wordOf(key: string, index: number): number {
  const at = 4 * index;
  const low = key.charCodeAt(at) | (key.charCodeAt(at + 1) << 8);
  return (low | (key.charCodeAt(at + 2) << 16) | (key.charCodeAt(at + 3) << 24)) >>> 0;
}
