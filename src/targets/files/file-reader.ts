import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { Slab } from '../../lib/git/objects/slab.ts';
import type { Entry } from '../../model/target.ts';
import { joinName, parseName } from '../file-name.ts';
import { type Content, ReadError, type Reader } from '../reader.ts';

/** Never waits for a writer (FIFO) and never follows a link that took the place of the file since it was listed. */
const openFlags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
const largestRead = 1024 * 1024 * 1024;

/** Reads files below a root; `Entry.ref` is the formatted file name, absolute when the user gave it so. */
export class FileReader implements Reader {
  private readonly root: string;
  private readonly slab = new Slab();

  constructor(root: string) {
    this.root = root;
  }

  read(entry: Entry): Content {
    return this.withFile(entry, (file, size) => {
      if (size > largestRead) throw new ReadError('too-large', `${size} bytes are more than is read at once`);
      const bytes = readFully(file, 0, this.slab.take(size));
      if (bytes.length < size || size < entry.size)
        throw new ReadError('unreadable', 'the file shrank while it was read');
      return { bytes };
    });
  }

  readWindow(entry: Entry, offset: number, length: number): Uint8Array {
    return this.withFile(entry, (file, size) => {
      if (size < entry.size) throw new ReadError('unreadable', 'the file shrank while it was read');
      return readFully(file, offset, this.slab.take(Math.max(0, Math.min(length, size - offset))));
    });
  }

  close(): void {
    // Files are closed as soon as they are read.
  }

  private withFile<T>(entry: Entry, use: (file: number, size: number) => T): T {
    const name = parseName(entry.ref);
    const path = name[0] === '/' || name[0] === 47 ? name : joinName(this.root, name);
    let file: number | undefined;
    try {
      file = openSync(path, openFlags);
      const stats = fstatSync(file);
      if (!stats.isFile()) throw new ReadError('unreadable', 'it is no longer a regular file');
      return use(file, stats.size);
    } catch (error) {
      if (error instanceof ReadError || !isSystemError(error)) throw error;
      throw new ReadError('unreadable', explain(error));
    } finally {
      if (file !== undefined) closeSync(file);
    }
  }
}

/** Fills `bytes` from `offset` on; gives less where the file ends. */
function readFully(file: number, offset: number, bytes: Buffer): Uint8Array {
  let filled = 0;
  while (filled < bytes.length) {
    const got = readSync(file, bytes, filled, bytes.length - filled, offset + filled);
    if (got === 0) break;
    filled += got;
  }
  return filled === bytes.length ? bytes : bytes.subarray(0, filled);
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}

function explain(error: NodeJS.ErrnoException): string {
  if (error.code === 'EACCES' || error.code === 'EPERM') return 'permission denied';
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return 'it vanished after it was listed';
  if (error.code === 'ELOOP') return 'a symbolic link took its place after it was listed';
  return error.message;
}
