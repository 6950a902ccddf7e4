import { crc32 } from 'node:zlib';
import type { Proof } from '../secret-rule.ts';

const digits = 8;

/** How a provider writes the CRC-32 of a token as its last 8 characters. */
interface HexChecksum {
  readonly id: string;
  /** What the checksum covers, given the token without its last 8 characters. */
  covers(head: string): string;
  readonly order: 'big' | 'little';
  readonly upper: boolean;
}

function hexChecksum(scheme: HexChecksum, confirmed: boolean): Proof {
  const checksum = (value: string): string => {
    const bytes = Buffer.alloc(4);
    const crc = crc32(scheme.covers(value.slice(0, -digits)));
    if (scheme.order === 'big') bytes.writeUInt32BE(crc);
    else bytes.writeUInt32LE(crc);
    return scheme.upper ? bytes.toString('hex').toUpperCase() : bytes.toString('hex');
  };
  return {
    id: scheme.id,
    check: (value) => {
      if (value.slice(-digits) === checksum(value)) return { outcome: 'proven' };
      return { outcome: confirmed ? 'refuted' : 'plausible' };
    },
    complete: (sample) => sample.slice(0, -digits) + checksum(sample),
  };
}

/** CRC-32 of the body between the prefix and the checksum, without a separator before it. */
export function crc8(prefix: number, confirmed = true): Proof {
  const covers = (head: string): string => head.slice(prefix).replace(/_$/, '');
  return hexChecksum({ id: 'crc8', covers, order: 'big', upper: false }, confirmed);
}

/** Grafana's service account tokens: CRC-32 of prefix and body, in little-endian order. */
export function crcle(): Proof {
  return hexChecksum({ id: 'crcle', covers: (head) => head.replace(/_$/, ''), order: 'little', upper: false }, true);
}

/** Atlassian's tokens: CRC-32 of all that stands before it, in upper case. */
export function crctail(confirmed = true): Proof {
  return hexChecksum({ id: 'crctail', covers: (head) => head, order: 'big', upper: true }, confirmed);
}
