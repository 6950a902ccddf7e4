import type { Proof } from '../secret-rule.ts';
import { decodeBase32, encodeBase32 } from './base32.ts';

/**
 * A NATS seed (NKEY): base32 of 2 prefix bytes and 32 seed bytes, then their CRC-16/XMODEM in little-endian order.
 */
export function nkey(): Proof {
  return {
    id: 'crc16',
    check: (value) => {
      const bytes = decodeBase32(value) ?? Buffer.alloc(0);
      const whole =
        bytes.length === 36 &&
        encodeBase32(bytes).toUpperCase() === value &&
        bytes.readUInt16LE(34) === crc16(bytes.subarray(0, 34));
      return { outcome: whole ? 'proven' : 'refuted' };
    },
    complete: (sample) => {
      const bytes = decodeBase32(sample) ?? Buffer.alloc(36);
      bytes.writeUInt16LE(crc16(bytes.subarray(0, 34)), 34);
      return encodeBase32(bytes).toUpperCase();
    },
  };
}

/** CRC-16/XMODEM. */
export function crc16(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return crc;
}
