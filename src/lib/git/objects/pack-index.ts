import { readFileSync } from 'node:fs';
import { FanoutTable } from './fanout-table.ts';
import { corrupt } from './object-error.ts';

const version2 = 0xff744f63;

/** Where each object of a pack starts (gitformat-pack, "Version 1 pack-*.idx files" and version 2). */
export class PackIndex {
  readonly ids: FanoutTable;
  private readonly bytes: Buffer;
  private readonly offsets: number;
  private readonly largeOffsets: number;
  private readonly stride: number;

  constructor(bytes: Buffer, idBytes: number) {
    this.bytes = bytes;
    if (bytes.length >= 8 && bytes.readUInt32BE(0) === version2) {
      if (bytes.readUInt32BE(4) !== 2) throw corrupt('a pack index is of no known version');
      const first = 8 + 1024;
      this.ids = new FanoutTable(bytes, 8, first, idBytes, idBytes);
      this.stride = 4;
      // Ids, then a checksum of each entry, then offsets.
      this.offsets = first + this.ids.count * (idBytes + 4);
    } else {
      this.ids = new FanoutTable(bytes, 0, 1024 + 4, idBytes + 4, idBytes);
      this.stride = idBytes + 4;
      this.offsets = 1024;
    }
    this.largeOffsets = this.stride === 4 ? this.offsets + 4 * this.ids.count : -1;
    if (this.offsets + this.stride * this.ids.count > bytes.length) throw corrupt('a pack index is too short');
  }

  static open(path: string, idBytes: number): PackIndex {
    return new PackIndex(readFileSync(path), idBytes);
  }

  offset(index: number): number {
    const offset = this.bytes.readUInt32BE(this.offsets + this.stride * index);
    if (offset < 0x80000000 || this.largeOffsets === -1) return offset;
    const at = this.largeOffsets + 8 * (offset - 0x80000000);
    if (at + 8 > this.bytes.length) throw corrupt('a pack index is too short');
    return this.bytes.readUInt32BE(at) * 0x100000000 + this.bytes.readUInt32BE(at + 4);
  }
}
