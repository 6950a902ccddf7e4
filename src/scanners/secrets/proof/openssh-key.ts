import { drawBytes } from './draw.ts';
import type { PrivateKey } from './private-key.ts';
import type { Random } from '../secret-rule.ts';

const magic = Buffer.from('openssh-key-v1\0', 'latin1');

/**
 * Reads the body of an OpenSSH private key (OpenSSH's PROTOCOL.key §1): cipher `none` means that it opens without a
 * passphrase; then its two check numbers are equal.
 */
export function readOpensshKey(bytes: Buffer): PrivateKey | undefined {
  if (!bytes.subarray(0, magic.length).equals(magic)) return undefined;
  const fields = { bytes, at: magic.length };
  const cipher = readString(fields)?.toString('latin1');
  const kdf = readString(fields);
  const kdfOptions = readString(fields);
  if (cipher === undefined || kdf === undefined || kdfOptions === undefined) return undefined;
  fields.at += 4;
  const publicKey = readString(fields);
  const secret = readString(fields);
  if (publicKey === undefined || secret === undefined || secret.length < 8) return undefined;
  const algorithm = readString({ bytes: publicKey, at: 0 })?.toString('latin1').slice(0, 40) ?? 'unknown';
  if (cipher !== 'none') return { algorithm, encrypted: true };
  return secret.readUInt32BE(0) === secret.readUInt32BE(4) ? { algorithm, encrypted: false } : undefined;
}

function readString(fields: { bytes: Buffer; at: number }): Buffer | undefined {
  if (fields.at + 4 > fields.bytes.length) return undefined;
  const start = fields.at + 4;
  const end = start + fields.bytes.readUInt32BE(fields.at);
  if (end > fields.bytes.length) return undefined;
  fields.at = end;
  return fields.bytes.subarray(start, end);
}

/** An Ed25519 key of random numbers, for examples: its parts do not belong together. */
export function drawOpensshKey(random: Random): Buffer {
  const type = writeString(Buffer.from('ssh-ed25519'));
  const publicKey = drawBytes(random, 32);
  const check = drawBytes(random, 4);
  const secret = writeString(Buffer.concat([drawBytes(random, 32), publicKey]));
  const plain = Buffer.concat([check, check, type, writeString(publicKey), secret, writeString(Buffer.from('deploy'))]);
  const padding = Buffer.from([1, 2, 3, 4, 5, 6, 7].slice(0, (8 - (plain.length % 8)) % 8));
  return Buffer.concat([
    magic,
    writeString(Buffer.from('none')),
    writeString(Buffer.from('none')),
    writeString(Buffer.alloc(0)),
    Buffer.from([0, 0, 0, 1]),
    writeString(Buffer.concat([type, writeString(publicKey)])),
    writeString(Buffer.concat([plain, padding])),
  ]);
}

function writeString(bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
