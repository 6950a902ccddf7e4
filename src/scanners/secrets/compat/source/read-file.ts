import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const blockSize = 1 << 20;
const block = Buffer.allocUnsafe(blockSize);

/**
 * Opens a file and gives `use` its size and a reader of its blocks, of at most a megabyte each. A block is valid until
 * the next is read, here or of another file.
 */
export function withFile<T>(path: Buffer, use: (size: number, readNext: () => Uint8Array) => T): T {
  const descriptor = openSync(path, 'r');
  try {
    return use(fstatSync(descriptor).size, () => block.subarray(0, readSync(descriptor, block, 0, blockSize, null)));
  } finally {
    closeSync(descriptor);
  }
}
