import { type Stats, lstatSync } from 'node:fs';
import type { Unknown } from '../model/finding.ts';
import type { Entry } from '../model/target.ts';
import { type FileName, formatName, joinName, showName } from './file-name.ts';

/** A piece of what there is to read. */
export interface Batch {
  readonly entries: readonly Entry[];
  readonly unknowns: readonly Unknown[];
}

/** Milliseconds. */
const settledAfter = 2000;

const batchLimit = { entries: 512, bytes: 4_000_000 };

/** Cuts a listing into pieces of bounded count and size. */
export function* toBatches(entries: readonly Entry[], unknowns: readonly Unknown[]): Generator<Batch> {
  let rest = unknowns;
  let start = 0;
  let bytes = 0;
  for (let at = 0; at < entries.length; at++) {
    bytes += entries[at]?.size ?? 0;
    if (at + 1 - start < batchLimit.entries && bytes < batchLimit.bytes && at + 1 < entries.length) continue;
    yield { entries: entries.slice(start, at + 1), unknowns: rest };
    rest = [];
    start = at + 1;
    bytes = 0;
  }
  if (rest.length > 0) yield { entries: [], unknowns: rest };
}

export function unknownAt(uri: string, reason: string, message: string): Unknown {
  return { scanner: 'target', reason, message, location: { uri } };
}

/**
 * Files found so far below a root. Links, FIFOs, sockets and devices that lie in the tree hold no content of it and are
 * left out; a tracked file that is missing from the tree is simply not there.
 */
export class FileListing {
  readonly entries: Entry[] = [];
  readonly unknowns: Unknown[] = [];
  private readonly root: string;
  private readonly opened = Date.now();

  constructor(root: string) {
    this.root = root;
  }

  /** Adds the file if it is a regular one; gives what it is otherwise. */
  add(name: FileName): Stats | undefined {
    const uri = showName(name);
    try {
      const stats = lstatSync(joinName(this.root, name), { throwIfNoEntry: false });
      if (stats?.isFile())
        this.entries.push({ uri, size: stats.size, ref: formatName(name), ...this.versionOf(stats) });
      return stats;
    } catch (error) {
      this.miss(name, error);
      return undefined;
    }
  }

  /**
   * The time of the last change of a file's state can not be set at will; a file that has just changed might change again
   * within the same tick.
   */
  private versionOf({ dev, ino, size, mtimeMs, ctimeMs }: Stats): { readonly version: string } | undefined {
    if (Math.max(mtimeMs, ctimeMs) > this.opened - settledAfter) return undefined;
    return { version: `${dev} ${ino} ${size} ${mtimeMs} ${ctimeMs}` };
  }

  miss(name: FileName, error: unknown): void {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // A parent that is no directory any more: the file is gone with it.
    if (code === 'ENOENT' || code === 'ENOTDIR') return;
    if (code === undefined) throw error;
    const denied = code === 'EACCES' || code === 'EPERM';
    const message = denied ? 'permission denied' : error instanceof Error ? error.message : String(error);
    this.unknowns.push(unknownAt(showName(name), 'unreadable', message));
  }

  /** Orders by path, so that two runs over the same tree are equal. */
  sort(): void {
    this.entries.sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0));
    this.unknowns.sort((a, b) => ((a.location?.uri ?? '') < (b.location?.uri ?? '') ? -1 : 1));
  }
}
