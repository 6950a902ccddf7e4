import { hash } from 'node:crypto';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { KeyTable } from '../../lib/cache/key-table.ts';
import { readOwnFile } from '../../lib/cache/own-file.ts';
import { writeWhole } from '../../lib/write-whole.ts';

/** More keys than this are not kept: 64 MB. */
const mostKeys = 2_000_000;
/** All caches together. */
const mostBytes = 512_000_000;
const prefix = 'clean-';
const headerSize = 64;

/**
 * Remembers between runs what had nothing to report, so that it need not be looked at again. A file of keys (digests of
 * path and content) for each target, in the user's own cache directory and never in what is scanned; no value, no path
 * and no finding is in it. Only keys of clean entries are kept: what is forgotten is scanned again.
 */
export class CleanCache {
  readonly table: KeyTable;
  private readonly path: string;
  private readonly header: Buffer;
  private seen = KeyTable.forCount(0);
  private count = 0;
  private news = 0;

  private constructor(path: string, header: Buffer, table: KeyTable) {
    this.path = path;
    this.header = header;
    this.table = table;
  }

  /**
   * @param directory of the user's caches
   * @param place names the target; each has a file of its own
   * @param basis everything else that findings depend on: program, rules, settings
   */
  static open(directory: string, place: string, basis: string): CleanCache {
    const path = join(directory, `${prefix}${hash('sha256', place, 'hex').slice(0, 32)}`);
    const header = Buffer.from(hash('sha256', `clean 1\0${basis}`, 'hex'), 'latin1');
    const content = readOwnFile(path);
    const known = content && content.subarray(0, headerSize).equals(header) ? content.subarray(headerSize) : undefined;
    const table = known && KeyTable.fromFile(known);
    return new CleanCache(path, header, table ?? KeyTable.forCount(0));
  }

  /** Notes that something with this key was clean in an earlier run or in this one. */
  note(key: string): void {
    if (this.count >= mostKeys || this.seen.has(key)) return;
    this.count++;
    if (2 * this.count > this.seen.slots) this.seen = this.seen.grown();
    this.seen.add(key);
    if (!this.table.has(key)) this.news++;
  }

  /** Keeps what was noted, in place of what is gone from the target. Where nothing can be written the next run is slower. */
  save(): void {
    if (this.news === 0) return;
    try {
      writeWhole(this.path, [this.header, new Uint8Array(this.seen.bytes)], 0o600);
      dropOldest(dirname(this.path));
    } catch (error) {
      if (!(error instanceof Error && 'syscall' in error)) throw error;
    }
  }
}

/** Targets that were not scanned for long make room. */
function dropOldest(directory: string): void {
  const files = readdirSync(directory)
    .filter((name) => name.startsWith(prefix))
    .flatMap((name) => {
      const path = join(directory, name);
      const stats = statSync(path, { throwIfNoEntry: false });
      return stats ? [{ path, size: stats.size, time: stats.mtimeMs }] : [];
    })
    .sort((a, b) => b.time - a.time);
  let total = 0;
  for (const { path, size } of files) {
    total += size;
    if (total > mostBytes) rmSync(path, { force: true });
  }
}
