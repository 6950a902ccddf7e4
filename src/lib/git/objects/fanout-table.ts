import { corrupt } from './object-error.ts';

const fanoutBytes = 256 * 4;

/** Ids in ascending order, found through counts by first byte: the heart of pack indexes and multi-pack indexes. */
export class FanoutTable {
  readonly count: number;
  private readonly fanout = new Uint32Array(257);
  readonly bytes: Buffer;
  private readonly first: number;
  private readonly stride: number;
  private readonly idBytes: number;

  /**
   * @param fanout where the 256 counts start
   * @param first where the first id starts
   * @param stride bytes from one id to the next
   * @throws ObjectError `corrupt` when counts fall or the ids do not fit into `bytes`
   */
  constructor(bytes: Buffer, fanout: number, first: number, stride: number, idBytes: number) {
    if (bytes.length < fanout + fanoutBytes) throw corrupt('an index is too short');
    for (let byte = 0; byte < 256; byte++) {
      const upTo = bytes.readUInt32BE(fanout + 4 * byte);
      if (upTo < (this.fanout[byte] ?? 0)) throw corrupt('the counts of an index fall');
      this.fanout[byte + 1] = upTo;
    }
    this.count = this.fanout[256] ?? 0;
    if (first + this.count * stride > bytes.length) throw corrupt('an index is too short');
    this.bytes = bytes;
    this.first = first;
    this.stride = stride;
    this.idBytes = idBytes;
  }

  /** Where in `bytes` an id starts. */
  start(index: number): number {
    return this.first + index * this.stride;
  }

  /** Index of the id at `id[start]`, or -1. */
  find(id: Uint8Array, start: number): number {
    const byte = id[start] ?? 0;
    let low = this.fanout[byte] ?? 0;
    let high = this.fanout[byte + 1] ?? 0;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = this.compare(middle, id, start);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return -1;
  }

  private compare(index: number, id: Uint8Array, start: number): number {
    const at = this.start(index);
    for (let i = 1; i < this.idBytes; i++) {
      const order = (this.bytes[at + i] ?? 0) - (id[start + i] ?? 0);
      if (order !== 0) return order;
    }
    return 0;
  }
}
