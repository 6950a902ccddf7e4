const slabBytes = 256 * 1024;
const largestPiece = 64 * 1024;

/**
 * Reserves memory for many objects at a time: an `ArrayBuffer` of its own costs more than the bytes of a typical object.
 * A slab is freed when nobody holds a piece of it any more.
 */
export class Slab {
  private slab = Buffer.alloc(0);
  private used = 0;

  /** Bytes that may hold anything. */
  take(size: number): Buffer {
    if (size > largestPiece) return Buffer.allocUnsafeSlow(size);
    if (this.used + size > this.slab.length) {
      this.slab = Buffer.allocUnsafeSlow(slabBytes);
      this.used = 0;
    }
    const piece = this.slab.subarray(this.used, this.used + size);
    this.used += size;
    return piece;
  }
}
