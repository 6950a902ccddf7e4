import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const blockSize = 1 << 20;
const block = Buffer.allocUnsafe(blockSize);
const nothing = new Uint8Array();

/** An open file. */
export interface OpenFile {
  /** In bytes. */
  readonly size: () => number;
  /** Its next block, of at most a megabyte; valid until the next is read, here or of another file. Empty at the end. */
  readonly readNext: () => Uint8Array;
}

/** Opens a regular file for `use`. */
export function withFile<T>(path: Buffer, use: (file: OpenFile) => T): T {
  const descriptor = openSync(path, 'r');
  let ended = false;
  try {
    return use({
      size: () => fstatSync(descriptor).size,
      readNext: () => {
        if (ended) return nothing;
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
