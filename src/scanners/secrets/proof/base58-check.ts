import { createHash } from 'node:crypto';
import type { Proof } from '../secret-rule.ts';
import { decodeBase58, encodeBase58 } from './base58.ts';
import { drawBytes } from './draw.ts';

const checksumLength = 4;

/**
 * Base58Check (Bitcoin's addresses, private keys and extended keys): version and payload, then the first 4 bytes of
 * their double SHA-256.
 *
 * @param versions bytes at the front, in hex, of the keys that are meant
 * @param lengths how many bytes stand before the checksum
 */
export function base58Check(versions: readonly string[], lengths: readonly number[]): Proof {
  return {
    id: 'b58check',
    check: (value) => {
      const bytes = decodeBase58(value) ?? Buffer.alloc(0);
      const body = bytes.subarray(0, -checksumLength);
      const known =
        versions.some((version) => body.toString('hex').startsWith(version)) && lengths.includes(body.length);
      return { outcome: known && checksum(body).equals(bytes.subarray(-checksumLength)) ? 'proven' : 'refuted' };
    },
    complete: (_sample, random) => {
      const [version = '', length = 0] = [versions[0], lengths[0]];
      const body = Buffer.concat([Buffer.from(version, 'hex'), drawBytes(random, length - version.length / 2)]);
      return encodeBase58(Buffer.concat([body, checksum(body)]));
    },
  };
}

function checksum(body: Uint8Array): Buffer {
  const once = createHash('sha256').update(body).digest();
  return createHash('sha256').update(once).digest().subarray(0, checksumLength);
}
