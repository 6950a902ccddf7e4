import { closeSync, openSync, readSync } from 'node:fs';
import type { ByteText } from '../byte-text.ts';
import { bytePath } from './list-files.ts';
import type { ReadNext } from './split-fragments.ts';

const blockSize = 1 << 20;

/** Gives `use` a reader of a file in blocks of at most a megabyte, valid until the next is read. */
export function withFile<T>(path: ByteText, use: (readNext: ReadNext) => T): T {
  const descriptor = openSync(bytePath(path), 'r');
  try {
    const block = Buffer.allocUnsafe(blockSize);
    return use(() => block.subarray(0, readSync(descriptor, block, 0, block.length, null)));
  } finally {
    closeSync(descriptor);
  }
}
