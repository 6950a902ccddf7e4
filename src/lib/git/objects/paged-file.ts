import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { ByteCache } from './byte-cache.ts';

/** Pages of all files that share it. */
export class PageCache {
  readonly pages: ByteCache<Buffer>;
  private files = 0;

  /** @param budget bytes */
  constructor(budget: number) {
    this.pages = new ByteCache(budget, (page) => page.length);
  }

  /** A number for the keys of one more file. */
  enroll(): number {
    return this.files++;
  }
}

const pageBytes = 256 * 1024;
/** Each page also holds the start of the next, so that most reads need not be put together. */
const overlapBytes = 16 * 1024;
const pagesPerFile = 2 ** 32;

/** A file read in pages; Node can not map files into memory. */
export class PagedFile {
  readonly size: number;
  /** What the last `seek` found: valid until the next one. */
  bytes: Buffer = Buffer.alloc(0);
  private readonly file: number;
  private readonly cache: PageCache;
  private readonly firstKey: number;
  private start = 0;

  constructor(path: string, cache: PageCache) {
    this.file = openSync(path, 'r');
    this.size = fstatSync(this.file).size;
    this.cache = cache;
    this.firstKey = cache.enroll() * pagesPerFile;
  }

  /** Index in `bytes` of the byte at `offset`; at least `least` bytes follow there, fewer only at the end of the file. */
  seek(offset: number, least: number): number {
    const wanted = Math.min(this.size, offset + least);
    if (offset >= this.start && wanted <= this.start + this.bytes.length) return offset - this.start;
    const page = Math.floor(offset / pageBytes);
    const isWide = wanted > Math.min(this.size, (page + 1) * pageBytes + overlapBytes);
    this.start = isWide ? offset : page * pageBytes;
    this.bytes = isWide ? this.load(offset, least) : this.page(page);
    return offset - this.start;
  }

  close(): void {
    closeSync(this.file);
  }

  private page(page: number): Buffer {
    const key = this.firstKey + page;
    const cached = this.cache.pages.get(key);
    if (cached) return cached;
    const bytes = this.load(page * pageBytes, pageBytes + overlapBytes);
    this.cache.pages.put(key, bytes);
    return bytes;
  }

  private load(offset: number, length: number): Buffer {
    const bytes = Buffer.allocUnsafeSlow(Math.max(0, Math.min(length, this.size - offset)));
    let filled = 0;
    while (filled < bytes.length) {
      const got = readSync(this.file, bytes, filled, bytes.length - filled, offset + filled);
      if (got === 0) break;
      filled += got;
    }
    return bytes.subarray(0, filled);
  }
}
