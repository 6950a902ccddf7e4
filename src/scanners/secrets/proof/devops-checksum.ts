import { crc32 } from 'node:zlib';
import type { Proof } from '../secret-rule.ts';
import { decodeBase32, encodeBase32 } from './base32.ts';

const length = 32;

/** Bytes that hold the checksum, its lowest byte first. */
const places = [22, 8, 7, 2];

/** What the checksum is combined with: of user-made tokens and of tokens made by the service. */
const masks = [0xe0b9692d, 0x1019f92e] as const;

/** Azure DevOps' older personal access tokens: 32 bytes in base32, a masked CRC-32 spread over four of them. */
export function devopsChecksum(): Proof {
  return {
    id: 'adopat',
    check: (value) => {
      const bytes = decodeBase32(value) ?? Buffer.alloc(0);
      if (bytes.length !== length || encodeBase32(bytes) !== value) return { outcome: 'refuted' };
      const stored = places.reduce((sum, place, at) => sum + (bytes[place] ?? 0) * 256 ** at, 0);
      return { outcome: masks.some((mask) => (bodyCrc(bytes) ^ mask) >>> 0 === stored) ? 'proven' : 'refuted' };
    },
    complete: (sample) => {
      const bytes = decodeBase32(sample) ?? Buffer.alloc(length);
      const stored = (bodyCrc(bytes) ^ masks[0]) >>> 0;
      for (const [at, place] of places.entries()) bytes[place] = (stored >>> (8 * at)) & 0xff;
      return encodeBase32(bytes);
    },
  };
}

function bodyCrc(bytes: Buffer): number {
  return crc32(bytes.filter((_, at) => !places.includes(at)));
}
