import type { ObjectType } from './git-object.ts';
import type { Inflater } from './inflater.ts';
import { corrupt } from './object-error.ts';
import { type PageCache, PagedFile } from './paged-file.ts';

/** The head of one entry of a pack (gitformat-pack, "pack-*.pack files have the following format"). */
export interface PackEntry {
  readonly offset: number;
  /** What it holds, or how its base is named: by its place in this pack, or by its id. */
  readonly kind: ObjectType | 'offset-delta' | 'id-delta';
  /** Bytes of the object or of the delta, unpacked. */
  readonly size: number;
  /** Where the packed bytes start. */
  readonly data: number;
  readonly baseOffset?: number;
  readonly baseId?: string;
}

const kinds: readonly (PackEntry['kind'] | undefined)[] = [
  undefined,
  'commit',
  'tree',
  'blob',
  'tag',
  undefined,
  'offset-delta',
  'id-delta',
];

/** Type byte, size of up to 10 bytes, base offset of up to 10 bytes or an id of 32. */
const mostHeadBytes = 64;
const headerBytes = 12;

/** Version 2 and 3 packs, read at known offsets. */
export class PackFile {
  private readonly file: PagedFile;
  private readonly idBytes: number;

  /** @throws ObjectError `corrupt`; the system's error when it can not be opened */
  constructor(path: string, idBytes: number, cache: PageCache) {
    this.file = new PagedFile(path, cache);
    this.idBytes = idBytes;
    const at = this.file.seek(0, headerBytes);
    const { bytes } = this.file;
    const version = bytes.length < headerBytes ? 0 : bytes.readUInt32BE(at + 4);
    if (bytes.toString('latin1', at, at + 4) !== 'PACK' || version < 2 || version > 3) {
      this.file.close();
      throw corrupt(`${path} is not a pack of version 2 or 3`);
    }
  }

  /** Where the last entry ends. */
  get end(): number {
    return this.file.size - this.idBytes;
  }

  entry(offset: number): PackEntry {
    if (offset < headerBytes || offset >= this.end) throw corrupt(`a pack has no entry at ${offset}`);
    const start = this.file.seek(offset, mostHeadBytes);
    const { bytes } = this.file;
    let at = start;
    let byte = bytes[at++] ?? 0;
    const kind = kinds[(byte >> 4) & 7];
    if (!kind) throw corrupt(`the pack entry at ${offset} is of no known type`);
    let size = byte & 15;
    for (let scale = 16; byte >= 0x80; scale *= 128) {
      byte = bytes[at++] ?? 0;
      size += (byte & 0x7f) * scale;
    }
    if (kind === 'offset-delta') {
      byte = bytes[at++] ?? 0;
      let distance = byte & 0x7f;
      while (byte >= 0x80) {
        byte = bytes[at++] ?? 0;
        distance = (distance + 1) * 128 + (byte & 0x7f);
      }
      return { offset, kind, size, data: offset + at - start, baseOffset: offset - distance };
    }
    if (kind === 'id-delta') {
      const baseId = bytes.toString('hex', at, at + this.idBytes);
      return { offset, kind, size, data: offset + at + this.idBytes - start, baseId };
    }
    return { offset, kind, size, data: offset + at - start };
  }

  /** Unpacks what the entry holds into `target`, which has room for a byte more. */
  inflate(entry: PackEntry, inflater: Inflater, target: Uint8Array): void {
    // What zlib itself needs at most; another packer may have been clumsier.
    const usual = entry.size + Math.ceil(entry.size / 1024) + 64;
    if (this.tryInflate(entry, usual, inflater, target)) return;
    if (this.tryInflate(entry, 2 * usual + 65_536, inflater, target)) return;
    throw corrupt(`the pack entry at ${entry.offset} does not unpack`);
  }

  close(): void {
    this.file.close();
  }

  private tryInflate(entry: PackEntry, most: number, inflater: Inflater, target: Uint8Array): boolean {
    const length = Math.min(most, this.end - entry.data);
    if (length <= 0) return false;
    const at = this.file.seek(entry.data, length);
    const end = Math.min(this.file.bytes.length, at + length);
    return inflater.inflate(this.file.bytes, at, end, target, entry.size);
  }
}
