import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Proof } from '../secret-rule.ts';
import { seededRandom } from '../shape-sample.ts';
import { base58Check } from './base58-check.ts';
import { bech32 } from './bech32.ts';
import { confluentKey } from './confluent-key.ts';
import { crc8, crcle, crctail } from './crc32-hex.ts';
import { crc62 } from './crc62.ts';
import { devopsChecksum } from './devops-checksum.ts';
import { gitlabRoutable } from './gitlab-routable.ts';
import { marvin, marvin32 } from './marvin.ts';
import { nkey } from './nkey.ts';

const now = new Date('2026-01-01T00:00:00Z');
const outcome = (proof: Proof, value: string): string => proof.check(value, value, now).outcome;

/** CRC-32 bit by bit (ISO 3309), to check the program's against. */
function crc32(text: string): number {
  let crc = 0xffffffff;
  for (const byte of Buffer.from(text, 'latin1')) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

function base62(value: number): string {
  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  return [5, 4, 3, 2, 1, 0].map((power) => digits.charAt(Math.floor(value / 62 ** power) % 62)).join('');
}

const alnum = fc.stringMatching(/^[A-Za-z0-9]{30}$/);

describe('CRC-32 in base62', () => {
  it('covers the body behind the prefix, and refutes another checksum', () => {
    fc.assert(
      fc.property(alnum, fc.constantFrom('ghp_', 'npm_', 'vcp_'), (body, prefix) => {
        expect(outcome(crc62(), prefix + body + base62(crc32(body)))).toBe('proven');
        expect(outcome(crc62(), prefix + body + base62(crc32(body) ^ 1))).toBe('refuted');
      }),
    );
  });

  it('refutes nothing where the scheme is not confirmed', () => {
    expect(outcome(crc62(false), `github_pat_${'a'.repeat(82)}`)).toBe('plausible');
  });
});

describe('CRC-32 in hex', () => {
  const hex = (value: number): string => value.toString(16).padStart(8, '0');

  it('of the body, big-endian', () => {
    fc.assert(
      fc.property(alnum, (body) => {
        expect(outcome(crc8(), `zpka_${body}_${hex(crc32(body))}`)).toBe('proven');
        expect(outcome(crc8(), `zpka_${body}_${hex(crc32(`${body}x`))}`)).toBe('refuted');
        expect(outcome(crc8(false), `cfut_${body}${hex(crc32(`${body}x`))}`)).toBe('plausible');
      }),
    );
  });

  it('of prefix and body, little-endian', () => {
    fc.assert(
      fc.property(alnum, (body) => {
        const bytes = hex(crc32(`glsa_${body}`)).match(/../g) ?? [];
        expect(outcome(crcle(), `glsa_${body}_${bytes.reverse().join('')}`)).toBe('proven');
        expect(outcome(crcle(), `glsa_${body}_${hex(crc32(body))}`)).toBe('refuted');
      }),
    );
  });

  it('of everything before, upper case', () => {
    fc.assert(
      fc.property(alnum, (body) => {
        const head = `ATATT3x${body}=`;
        expect(outcome(crctail(), head + hex(crc32(head)).toUpperCase())).toBe('proven');
        expect(outcome(crctail(), head + hex(crc32(`${head}=`)).toUpperCase())).toBe('refuted');
      }),
    );
  });
});

it('CRC-32 of a Confluent secret, little-endian in base64', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9+/]{54}$/), (body) => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32LE(crc32(body));
      expect(outcome(confluentKey(), `cflt${body}${bytes.toString('base64').slice(0, 6)}`)).toBe('proven');
      expect(outcome(confluentKey(), `cflt${body}AAAAAA`)).toBe('refuted');
    }),
  );
});

it('length and CRC-32 of a routable GitLab token', () => {
  const body = Buffer.concat([Buffer.alloc(16, 7), Buffer.from('o:1\nu:2s\n'), Buffer.from([16])]).toString(
    'base64url',
  );
  for (const version of ['', '.01']) {
    const head = `glpat-${body}${version}.${body.length.toString(36).padStart(2, '0')}`;
    expect(outcome(gitlabRoutable(), head + crc32(head).toString(36).padStart(7, '0'))).toBe('proven');
    expect(outcome(gitlabRoutable(), head + crc32(body).toString(36).padStart(7, '0'))).toBe('refuted');
  }
  const wrongLength = `glpat-${body}.zz`;
  expect(outcome(gitlabRoutable(), wrongLength + crc32(wrongLength).toString(36).padStart(7, '0'))).toBe('refuted');
});

it('the masked CRC-32 of an Azure DevOps token lies where its format says', () => {
  const sample = 'abcdefghijklmnopqrstuvwxyz234567'.repeat(2).slice(0, 51);
  const token = devopsChecksum().complete(`${sample}a`, seededRandom(1));
  const bits = token
    .split('')
    .map((char) => 'abcdefghijklmnopqrstuvwxyz234567'.indexOf(char).toString(2).padStart(5, '0'));
  const bytes = Buffer.from((bits.join('').slice(0, 256).match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const body = bytes.filter((_, at) => ![2, 7, 8, 22].includes(at));
  const stored = Buffer.from([22, 8, 7, 2].map((at) => bytes[at] ?? 0)).readUInt32LE(0);
  expect((stored ^ crc32(Buffer.from(body).toString('latin1'))) >>> 0).toBe(0xe0b9692d);
  expect(outcome(devopsChecksum(), token)).toBe('proven');
  expect(outcome(devopsChecksum(), `b${token.slice(1)}`)).toBe('refuted');
});

describe('Marvin32', () => {
  it('gives the published value', () => {
    expect(marvin32(Buffer.from('abc'), 0xd53cd9cecd0893b7n)).toBe(0x6be02a86);
  });

  it.each(['+ASt', 'ACDb', '+ABa', '+AMC', 'APIM', '+ASb', '+AEh', '+ARm', 'AIoT', 'AzCa'])(
    'proves a key signed %s',
    (name) => {
      const sample =
        name.length === 4 && /ASt|CDb|ABa|AMC|PIM/.test(name)
          ? `${'a'.repeat(76)}${name}aaaaaA==`
          : `${'a'.repeat(33)}${name}Aaaaaa=`;
      const key = marvin().complete(sample, seededRandom(3));
      expect(key).toHaveLength(sample.length);
      expect(key).toContain(name);
      expect(outcome(marvin(), key)).toBe('proven');
      expect(outcome(marvin(), `b${key.slice(1)}`)).toBe('refuted');
    },
  );
});

describe('Bech32', () => {
  it.each(['A12UEL5L', 'abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw', '?1ezyfcl'])(
    'accepts %s of BIP-173',
    (text) => {
      expect(outcome(bech32(), text)).toBe('proven');
    },
  );

  it.each(['A1G7SGD8', 'a12UEL5L', 'abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxx', '1', ''])('rejects %s', (text) => {
    expect(outcome(bech32(), text)).toBe('refuted');
  });
});

describe('Base58Check', () => {
  const wif = base58Check(['80'], [33, 34]);

  it('accepts the key of the format’s first description', () => {
    expect(outcome(wif, ['5HueCGU8rMjxEXxiPuD5BDku4', 'MkFqeZyd4dZ1jvhTVqvbTLvyTJ'].join(''))).toBe('proven');
  });

  it('holds the double SHA-256', () => {
    const value = wif.complete('', seededRandom(5));
    const digits = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
    const number = value.split('').reduce((sum, char) => sum * 58n + BigInt(digits.indexOf(char)), 0n);
    const bytes = Buffer.from(number.toString(16), 'hex');
    const sha = (data: Buffer): Buffer => createHash('sha256').update(data).digest();
    expect(sha(sha(bytes.subarray(0, 33))).subarray(0, 4)).toEqual(bytes.subarray(33));
    expect(outcome(base58Check(['0488ade4'], [78]), value)).toBe('refuted');
  });
});

it('CRC-16 of a NATS seed: the pair of the documentation', () => {
  expect(outcome(nkey(), ['SUAGMJH5XLGZKQQWAWKRZJIGMOU4HPF', 'UYLXJMXOO5NLFEO2OOQJ5LPRDPM'].join(''))).toBe('proven');
  expect(outcome(nkey(), ['SUAGMJH5XLGZKQQWAWKRZJIGMOU4HPF', 'UYLXJMXOO5NLFEO2OOQJ5LPRDPA'].join(''))).toBe('refuted');
});
