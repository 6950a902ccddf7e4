/**
 * Values that were used lately, bounded by bytes. Two generations: when the young one has grown to half of the budget it
 * becomes the old one, and what was old and not used since is dropped at once. Keeping exact order of use instead costs
 * more than it saves: `Map` finds its oldest entry by passing over all that were deleted before it.
 */
export class ByteCache<T> {
  private readonly half: number;
  private young = new Map<number, { readonly value: T; readonly bytes: number }>();
  private old: typeof this.young = new Map();
  private held = 0;

  /** @param budget bytes */
  constructor(budget: number) {
    this.half = budget / 2;
  }

  get(key: number): T | undefined {
    const young = this.young.get(key);
    if (young) return young.value;
    const old = this.old.get(key);
    if (!old) return undefined;
    this.put(key, old.value, old.bytes);
    return old.value;
  }

  put(key: number, value: T, bytes: number): void {
    if (bytes > this.half || this.young.has(key)) return;
    if (this.held + bytes > this.half) {
      this.old = this.young;
      this.young = new Map();
      this.held = 0;
    }
    this.young.set(key, { value, bytes });
    this.held += bytes;
  }
}
