import type { Proof } from '../secret-rule.ts';

/** Seeds of Microsoft's services by the signature in their keys: 8 characters, read as a big-endian number. */
const seeds: Readonly<Record<string, readonly string[]>> = {
  '+ASt': ['Default0'],
  ACDb: ['MastRO00', 'MastRW00'],
  '+ABa': ['AbAcct00'],
  '+AMC': ['Classic0'],
  APIM: ['Tenant00', 'IoTHub00', 'Gatewy00', 'GitKey00'],
  '+ASb': ['Send0000', 'Manage00', 'Listen00'],
  '+AEh': ['Send0000', 'Manage00', 'Listen00'],
  '+ARm': ['Send0000', 'Manage00', 'Listen00'],
  AIoT: ['IoTHub00', 'DpsKey00', 'Device00'],
  AzCa: ['Access00'],
  AzSe: ['Query000', 'PAdmin00'],
  AzFu: ['Master00', 'System00', 'Functi00'],
  '+ACR': ['ACRDflt0'],
};

/** The signature and the characters of the checksum behind it. */
const tail = /(\+ASt|ACDb|\+ABa|\+AMC|APIM|\+ASb|\+AEh|\+ARm|AIoT|AzCa|AzSe|AzFu|\+ACR)[A-Za-z0-9+/_-]{6}=*$/;

const checksumLength = 4;

/**
 * Microsoft's identifiable keys: base64 whose last 4 bytes are the Marvin32 checksum of those before, seeded by the
 * service. In base64url where the sample is.
 */
export function marvin(): Proof {
  return {
    id: 'marvin',
    check: (value) => {
      const signature = tail.exec(value)?.[1] ?? '';
      const bytes = Buffer.from(value, 'base64');
      // The last character has unused bits: only one way of writing them is the key's.
      if (!bytes.toString('base64').startsWith(value.replaceAll('-', '+').replaceAll('_', '/')))
        return { outcome: 'refuted' };
      const body = bytes.subarray(0, -checksumLength);
      const wanted = bytes.subarray(-checksumLength);
      const seed = seeds[signature]?.find((name) => checksum(body, name).equals(wanted));
      return seed === undefined
        ? { outcome: 'refuted' }
        : { outcome: 'proven', facts: { service: signature, kind: seed } };
    },
    complete: (sample, random) => {
      const seed = seeds[tail.exec(sample)?.[1] ?? '']?.[0] ?? '';
      const plain = /^[A-Za-z0-9]*$/.test(sample);
      const bytes = Buffer.from(sample, 'base64');
      for (;;) {
        const body = bytes.subarray(0, -checksumLength);
        const whole = Buffer.concat([body, checksum(body, seed)]);
        const text = whole.toString('base64');
        if (!plain || /^[A-Za-z0-9]*$/.test(text)) return /[-_]/.test(sample) ? urlSafe(text) : text;
        bytes[0] = Math.floor(random() * 256);
      }
    },
  };
}

function urlSafe(text: string): string {
  return text.replaceAll('+', '-').replaceAll('/', '_');
}

function checksum(body: Uint8Array, seed: string): Buffer {
  const bytes = Buffer.alloc(checksumLength);
  bytes.writeUInt32LE(marvin32(body, Buffer.from(seed, 'latin1').readBigUInt64BE()));
  return bytes;
}

/** Marvin32 of `bytes`, the two halves of the state folded into 32 bits. */
export function marvin32(bytes: Uint8Array, seed: bigint): number {
  let lo = Number(seed & 0xffffffffn);
  let hi = Number(seed >> 32n);
  const mix = (value: number): void => {
    lo = (lo + value) | 0;
    hi ^= lo;
    lo = (rotate(lo, 20) + hi) | 0;
    hi = rotate(hi, 9) ^ lo;
    lo = (rotate(lo, 27) + hi) | 0;
    hi = rotate(hi, 19);
  };
  const padded = Buffer.alloc((bytes.length & ~3) + 4);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  for (let at = 0; at < padded.length; at += 4) mix(padded.readInt32LE(at));
  mix(0);
  return (lo ^ hi) >>> 0;
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}
