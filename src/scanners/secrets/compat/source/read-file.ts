import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { BlockReader } from './split-fragments.ts';

const blockSize = 1 << 20;
const block = Buffer.allocUnsafe(blockSize);

/** An open file. Its blocks have at most a megabyte and are valid until the next is read, here or of another file. */
export interface OpenFile extends BlockReader {
  /** In bytes. */
  size(): number;
}

/** Opens a regular file for `use`. */
export function withFile<T>(path: Buffer, use: (file: OpenFile) => T): T {
  const descriptor = openSync(path, 'r');
  let ended = false;
  try {
    return use({
      size: () => fstatSync(descriptor).size,
      get ended() {
        return ended;
      },
      next: () => {
        const length = readSync(descriptor, block, 0, blockSize, null);
        // A regular file gives less than was asked for only at its end.
        ended = length < blockSize;
        return block.subarray(0, length);
      },
    });
  } finally {
    closeSync(descriptor);
  }
}
