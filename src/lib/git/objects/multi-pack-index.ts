import { readFileSync } from 'node:fs';
import { FanoutTable } from './fanout-table.ts';
import { corrupt } from './object-error.ts';

const headerBytes = 12;
const chunkEntryBytes = 12;

/** One index over several packs (gitformat-pack, "multi-pack-index (MIDX) files have the following format"). */
export class MultiPackIndex {
  readonly ids: FanoutTable;
  /** File names of the packs' indexes, in the order that `place` counts. */
  readonly packs: readonly string[];
  private readonly bytes: Buffer;
  private readonly offsets: number;
  private readonly largeOffsets: number | undefined;

  constructor(bytes: Buffer, idBytes: number) {
    if (bytes.length < headerBytes || bytes.toString('latin1', 0, 4) !== 'MIDX') throw corrupt('no multi-pack index');
    if (bytes[4] !== 1) throw corrupt('a multi-pack index is of no known version');
    this.bytes = bytes;
    const chunks = readChunkTable(bytes);
    this.ids = new FanoutTable(bytes, need(chunks, 'OIDF'), need(chunks, 'OIDL'), idBytes, idBytes);
    this.offsets = need(chunks, 'OOFF');
    this.largeOffsets = chunks.get('LOFF');
    this.packs = readNames(bytes, need(chunks, 'PNAM'), bytes.readUInt32BE(8));
    if (this.offsets + 8 * this.ids.count > bytes.length) throw corrupt('a multi-pack index is too short');
  }

  static open(path: string, idBytes: number): MultiPackIndex {
    return new MultiPackIndex(readFileSync(path), idBytes);
  }

  place(index: number): { readonly pack: number; readonly offset: number } {
    const at = this.offsets + 8 * index;
    const pack = this.bytes.readUInt32BE(at);
    const offset = this.bytes.readUInt32BE(at + 4);
    if (pack >= this.packs.length) throw corrupt('a multi-pack index names a pack that it does not have');
    if (this.largeOffsets === undefined || offset < 0x80000000) return { pack, offset };
    const large = this.largeOffsets + 8 * (offset - 0x80000000);
    if (large + 8 > this.bytes.length) throw corrupt('a multi-pack index is too short');
    return { pack, offset: this.bytes.readUInt32BE(large) * 0x100000000 + this.bytes.readUInt32BE(large + 4) };
  }
}

function readChunkTable(bytes: Buffer): Map<string, number> {
  const chunks = new Map<string, number>();
  const count = bytes[6] ?? 0;
  if (headerBytes + count * chunkEntryBytes > bytes.length) throw corrupt('a multi-pack index is too short');
  for (let i = 0; i < count; i++) {
    const at = headerBytes + i * chunkEntryBytes;
    const offset = bytes.readUInt32BE(at + 4) * 0x100000000 + bytes.readUInt32BE(at + 8);
    chunks.set(bytes.toString('latin1', at, at + 4), offset);
  }
  return chunks;
}

function need(chunks: ReadonlyMap<string, number>, id: string): number {
  const offset = chunks.get(id);
  if (offset === undefined) throw corrupt(`a multi-pack index has no part ${id}`);
  return offset;
}

function readNames(bytes: Buffer, start: number, count: number): string[] {
  const names: string[] = [];
  let at = start;
  while (names.length < count) {
    const end = bytes.indexOf(0, at);
    if (end === -1) throw corrupt('a multi-pack index is too short');
    names.push(bytes.toString('utf8', at, end));
    at = end + 1;
  }
  return names;
}
