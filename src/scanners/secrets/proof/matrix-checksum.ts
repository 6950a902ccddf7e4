import { crc32 } from 'node:zlib';
import type { Proof } from '../secret-rule.ts';
import { base62 } from './crc62.ts';

const digits = 6;

/**
 * Access tokens of Matrix homeservers end with `_` and the CRC-32 of what stands before it, in base62: Synapse's
 * since 1.33 (`syt_`, `syr_`) and those of the Matrix Authentication Service, where a mismatch refutes nothing.
 */
export function matrixChecksum(): Proof {
  return {
    id: 'matrix',
    check: (value) => {
      if (value === withChecksum(value)) return { outcome: 'proven' };
      return { outcome: value.startsWith('sy') ? 'refuted' : 'plausible' };
    },
    complete: (sample) => withChecksum(sample),
  };
}

function withChecksum(value: string): string {
  const head = value.slice(0, -digits - 1);
  return `${head}_${base62(crc32(head))}`;
}
