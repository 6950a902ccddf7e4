import { crc32 } from 'node:zlib';
import type { Proof } from '../secret-rule.ts';

const prefix = 4;
const digits = 6;

/** Confluent Cloud's API secrets: the last 6 characters are the little-endian CRC-32 of the body in base64. */
export function confluentKey(): Proof {
  return {
    id: 'crcb64',
    check: (value) => ({ outcome: value.slice(-digits) === checksum(value) ? 'proven' : 'refuted' }),
    complete: (sample) => sample.slice(0, -digits) + checksum(sample),
  };
}

function checksum(value: string): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(crc32(value.slice(prefix, -digits)));
  return bytes.toString('base64').slice(0, digits);
}
