import type { Proof } from '../secret-rule.ts';
import { decodeBase64 } from './base64.ts';
import { drawBytes, drawText } from './draw.ts';

const field = { end: 0, location: 1, identifier: 2, signature: 6 } as const;

/**
 * A macaroon in the binary format of version 2 (libmacaroons, doc/format.txt) behind `pypi-`: location, identifier,
 * caveats and a signature of 32 bytes fill the value exactly.
 *
 * @param location who issued it
 */
export function macaroon(location: string): Proof {
  return {
    id: 'macaroon',
    check: (value) => {
      const bytes = decodeBase64(value.slice(value.indexOf('-') + 1)) ?? Buffer.alloc(0);
      return { outcome: isMacaroon(bytes, location) ? 'proven' : 'refuted' };
    },
    complete: (sample, random) => {
      const caveat = JSON.stringify([0, drawText(random, '0123456789abcdef', 8)]);
      const body = Buffer.concat([
        Buffer.from([2]),
        writeField(field.location, Buffer.from(location)),
        writeField(field.identifier, Buffer.from(drawText(random, '0123456789abcdef', 36))),
        Buffer.from([field.end]),
        writeField(field.identifier, Buffer.from(caveat)),
        Buffer.from([field.end, field.end]),
        writeField(field.signature, drawBytes(random, 32)),
      ]);
      return sample.slice(0, sample.indexOf('-') + 1) + body.toString('base64url');
    },
  };
}

function isMacaroon(bytes: Buffer, location: string): boolean {
  let at = 1;
  let last = field.end as number;
  if (bytes[0] !== 2) return false;
  let first = true;
  while (at < bytes.length) {
    const kind = bytes[at++] ?? 0;
    if (kind === field.end) continue;
    const length = readLength(bytes, at);
    if (length === undefined) return false;
    const content = bytes.subarray(length.next, length.next + length.value);
    if (first && (kind !== field.location || content.toString('latin1') !== location)) return false;
    if (kind === field.signature && content.length !== 32) return false;
    first = false;
    last = kind;
    at = length.next + length.value;
  }
  return last === field.signature && at === bytes.length;
}

/** A length of one or two groups of 7 bits, the low one first. */
function readLength(bytes: Buffer, at: number): { value: number; next: number } | undefined {
  const low = bytes[at];
  const high = bytes[at + 1];
  if (low === undefined) return undefined;
  if (low < 0x80) return { value: low, next: at + 1 };
  return high === undefined || high >= 0x80 ? undefined : { value: (low & 0x7f) | (high << 7), next: at + 2 };
}

function writeField(kind: number, content: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([kind, content.length]), content]);
}
