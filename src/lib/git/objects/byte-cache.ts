/**
 * Values that were used lately, bounded by bytes. Two generations: when the young one has grown to half of the budget it
 * becomes the old one, and what was old and not used since is dropped at once. Keeping exact order of use instead costs
 * more than it saves: `Map` finds its oldest entry by passing over all that were deleted before it.
 */
export class ByteCache<T> {
  private readonly half: number;
  private readonly sizeOf: (value: T) => number;
  private young = new Map<number, T>();
  private old = new Map<number, T>();
  private held = 0;

  /** @param budget bytes */
  constructor(budget: number, sizeOf: (value: T) => number) {
    this.half = budget / 2;
    this.sizeOf = sizeOf;
  }

  get(key: number): T | undefined {
    const young = this.young.get(key);
    if (young !== undefined) return young;
    const old = this.old.get(key);
    if (old !== undefined) this.put(key, old);
    return old;
  }

  put(key: number, value: T): void {
    const bytes = this.sizeOf(value);
    if (bytes > this.half) return;
    if (this.held + bytes > this.half) {
      this.old = this.young;
      this.young = new Map();
      this.held = 0;
    }
    this.young.set(key, value);
    this.held += bytes;
  }
}
