import { crc32 } from 'node:zlib';
import type { Proof } from '../secret-rule.ts';

const digits = 8;

interface HexChecksum {
  readonly id: string;
  /** What the checksum may cover, given the token without its last 8 characters; the first is what `complete` uses. */
  covers(head: string): readonly [string, ...string[]];
  readonly order: 'big' | 'little';
  readonly upper?: boolean;
  readonly confirmed: boolean;
}

/** The CRC-32 of a token as its last 8 characters. */
function hexChecksum(scheme: HexChecksum): Proof {
  const write = (text: string): string => {
    const bytes = Buffer.alloc(4);
    if (scheme.order === 'big') bytes.writeUInt32BE(crc32(text));
    else bytes.writeUInt32LE(crc32(text));
    const hex = bytes.toString('hex');
    return scheme.upper === true ? hex.toUpperCase() : hex;
  };
  return {
    id: scheme.id,
    check: (value) => {
      const covered = scheme.covers(value.slice(0, -digits));
      if (covered.some((text) => write(text) === value.slice(-digits))) return { outcome: 'proven' };
      return { outcome: scheme.confirmed ? 'refuted' : 'plausible' };
    },
    complete: (sample) => sample.slice(0, -digits) + write(scheme.covers(sample.slice(0, -digits))[0]),
  };
}

const separator = /_$/;
const prefix = /^[a-z]+_/;

/**
 * CRC-32 of the body, without prefix and separator (Zuplo, Cloudflare).
 *
 * @param confirmed false where the provider says that there is a checksum but not which: a mismatch refutes nothing
 */
export function crc8(confirmed = true): Proof {
  return hexChecksum({
    id: 'crc8',
    covers: (head) => [head.replace(separator, '').replace(prefix, ''), head.replace(separator, '')],
    order: 'big',
    confirmed,
  });
}

/** CRC-32 of prefix and body, the lowest byte first (Grafana's service account tokens). */
export function crcle(): Proof {
  return hexChecksum({
    id: 'crcle',
    covers: (head) => [head.replace(separator, '')],
    order: 'little',
    confirmed: true,
  });
}

/** CRC-32 of all that stands before it, with or without the equals sign between, in upper case (Atlassian). */
export function crctail(confirmed = true): Proof {
  const covers = (head: string): [string, string] => [head, head.replace(/=$/, '')];
  return hexChecksum({ id: 'crctail', covers, order: 'big', upper: true, confirmed });
}
