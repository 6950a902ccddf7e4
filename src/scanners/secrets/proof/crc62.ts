import { crc32 } from 'node:zlib';
import type { Proof } from '../secret-rule.ts';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const digits = 6;

/**
 * Checksum of GitHub's, npm's and Vercel's tokens: the last 6 characters are the CRC-32 of what stands between the
 * prefix and them, in base62, padded with zeros on the left.
 *
 * @param prefix length of the prefix, which the checksum does not cover
 * @param confirmed false where the provider's use of the scheme is an observation: then a mismatch refutes nothing
 */
export function crc62(prefix: number, confirmed = true): Proof {
  const checksum = (value: string): string => base62(crc32(value.slice(prefix, -digits)));
  return {
    id: 'crc62',
    check: (value) => {
      if (value.slice(-digits) === checksum(value)) return { outcome: 'proven' };
      return { outcome: confirmed ? 'refuted' : 'plausible' };
    },
    complete: (sample) => sample.slice(0, -digits) + checksum(sample),
  };
}

function base62(value: number): string {
  let text = '';
  for (let rest = value; rest > 0; rest = Math.floor(rest / 62)) text = alphabet.charAt(rest % 62) + text;
  return text.padStart(digits, '0');
}
