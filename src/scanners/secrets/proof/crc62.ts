import { crc32 } from 'node:zlib';
import type { Proof } from '../secret-rule.ts';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const digits = 6;

const prefix = /^[a-z]+_(?:pat_)?/;

/**
 * Checksum of GitHub's, npm's and Vercel's tokens: the last 6 characters are the CRC-32 of what stands between the
 * prefix and them, in base62, padded with zeros on the left.
 *
 * @param confirmed false where the provider's use of the scheme is an observation: then a mismatch refutes nothing
 */
export function crc62(confirmed = true): Proof {
  return {
    id: 'crc62',
    check: (value) => {
      if (value.slice(-digits) === checksum(value)) return { outcome: 'proven' };
      return { outcome: confirmed ? 'refuted' : 'plausible' };
    },
    complete: (sample) => sample.slice(0, -digits) + checksum(sample),
  };
}

function checksum(value: string): string {
  return base62(crc32(value.slice(0, -digits).replace(prefix, '')));
}

/** A number in base62, digits before upper before lower case, padded to 6 characters. */
export function base62(value: number): string {
  let text = '';
  for (let rest = value; rest > 0; rest = Math.floor(rest / 62)) text = alphabet.charAt(rest % 62) + text;
  return text.padStart(digits, '0');
}
