import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ProofResult } from '../secret-rule.ts';
import { seededRandom } from '../shape-sample.ts';
import { jwk } from './jwk.ts';
import { derInBase64, pem } from './pem.ts';

const now = new Date('2026-01-01T00:00:00Z');
const check = (value: string): ProofResult => pem().check(value, value, now);

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const ed = generateKeyPairSync('ed25519').privateKey;

const rsaPem = rsa.export({ type: 'pkcs1', format: 'pem' }).toString();

describe('PEM', () => {
  it.each([
    ['PKCS#1', rsaPem, 'RSA'],
    ['PKCS#8 RSA', rsa.export({ type: 'pkcs8', format: 'pem' }).toString(), 'RSA'],
    ['SEC1', ec.export({ type: 'sec1', format: 'pem' }).toString(), 'EC'],
    ['PKCS#8 EC', ec.export({ type: 'pkcs8', format: 'pem' }).toString(), 'EC'],
    ['PKCS#8 Ed25519', ed.export({ type: 'pkcs8', format: 'pem' }).toString(), 'Ed25519'],
  ])('proves a plain %s key', (_name, text, algorithm) => {
    expect(check(text)).toMatchObject({ outcome: 'proven', facts: { algorithm, encrypted: false } });
  });

  it('tells the size of the modulus', () => {
    expect(check(rsaPem).facts).toMatchObject({ bits: 2048 });
  });

  it('proves a DSA key of OpenSSL’s own form', () => {
    const key = pem().complete('-----BEGIN DSA PRIVATE KEY-----', seededRandom(2));
    expect(check(key)).toMatchObject({ outcome: 'proven', facts: { algorithm: 'DSA' } });
  });

  it.each([
    ['PKCS#8', rsa.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' }).toString()],
    ['OpenSSL', rsa.export({ type: 'pkcs1', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' }).toString()],
  ])('knows an encrypted %s key', (_name, text) => {
    expect(check(text)).toMatchObject({ outcome: 'proven', severity: 'medium', facts: { encrypted: true } });
  });

  it.each([
    ['escaped line ends', (text: string) => text.replaceAll('\n', String.raw`\n`)],
    ['indentation', (text: string) => text.replaceAll('\n', '\n      ')],
    ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['string literals joined by +', (text: string) => text.replaceAll('\n', '\\n" +\n  "')],
    ['one line', (text: string) => text.replaceAll('\n', ' ')],
  ])('reads a key with %s', (_name, write) => {
    expect(check(write(rsaPem)).outcome).toBe('proven');
  });

  it('refutes truncated, changed and public keys and placeholders', () => {
    const body = rsaPem.split('\n').slice(1, -2).join('');
    const bytes = Buffer.from(body, 'base64');
    bytes[60] = (bytes[60] ?? 0) ^ 1;
    const wrap = (text: string): string => `-----BEGIN RSA PRIVATE KEY-----\n${text}\n-----END RSA PRIVATE KEY-----`;
    for (const text of [body.slice(0, -40), bytes.toString('base64'), '...', '', 'MIIEpAIBAAKCAQEA...']) {
      expect(check(wrap(text)).outcome).toBe('refuted');
    }
    const publicKey = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString();
    expect(check(publicKey).outcome).toBe('refuted');
    expect(check(publicKey.replaceAll('PUBLIC', 'PRIVATE')).outcome).toBe('refuted');
  });

  it('makes samples that OpenSSL reads', () => {
    for (const label of ['PRIVATE KEY', 'EC PRIVATE KEY']) {
      const sample = pem().complete(`-----BEGIN ${label}-----`, seededRandom(7));
      expect(createPrivateKey(sample).type).toBe('private');
    }
    expect(
      createPrivateKey({
        key: Buffer.from(derInBase64().complete('', seededRandom(7)), 'base64'),
        format: 'der',
        type: 'pkcs8',
      }).asymmetricKeyType,
    ).toBe('ed25519');
  });
});

it('reads DER in bare base64', () => {
  const der = rsa.export({ type: 'pkcs1', format: 'der' }).toString('base64');
  expect(derInBase64().check(der, '', now)).toMatchObject({ outcome: 'proven', facts: { bits: 2048 } });
  expect(derInBase64().check(der.slice(4), '', now).outcome).toBe('refuted');
});

describe('OpenSSH', () => {
  const string = (...parts: readonly (string | Buffer)[]): Buffer => {
    const body = Buffer.concat(parts.map((part) => Buffer.from(part)));
    return Buffer.concat([Buffer.from([0, 0, body.length >> 8, body.length & 255]), body]);
  };
  const key = (cipher: string, checks: readonly [number, number]): string => {
    const head = [string(cipher), string(cipher === 'none' ? 'none' : 'bcrypt'), string(''), Buffer.from([0, 0, 0, 1])];
    const secret = Buffer.concat([Buffer.alloc(4, checks[0]), Buffer.alloc(4, checks[1]), Buffer.alloc(64, 5)]);
    const body = Buffer.concat(
      ['openssh-key-v1\0', ...head, string(string('ssh-rsa')), string(secret)].map((part) => Buffer.from(part)),
    );
    return `-----BEGIN OPENSSH PRIVATE KEY-----\n${body.toString('base64')}\n-----END OPENSSH PRIVATE KEY-----`;
  };

  it('proves an open key by its check numbers', () => {
    expect(check(key('none', [9, 9]))).toMatchObject({
      outcome: 'proven',
      facts: { algorithm: 'ssh-rsa', encrypted: false },
    });
    expect(check(key('none', [9, 8])).outcome).toBe('refuted');
  });

  it('knows an encrypted key', () => {
    expect(check(key('aes256-ctr', [9, 8]))).toMatchObject({ severity: 'medium', facts: { encrypted: true } });
  });

  it('makes samples of the same form', () => {
    expect(check(pem().complete('-----BEGIN OPENSSH PRIVATE KEY-----', seededRandom(4)))).toMatchObject({
      facts: { algorithm: 'ssh-ed25519', encrypted: false },
    });
  });
});

describe('JWK', () => {
  const outcome = (value: unknown): string => jwk().check(JSON.stringify(value), '', now).outcome;

  it.each([rsa, ec, ed])('proves a private key and refutes its public half', (key) => {
    const { d, ...publicPart } = key.export({ format: 'jwk' });
    expect(outcome({ ...publicPart, d })).toBe('proven');
    expect(outcome(publicPart)).toBe('refuted');
  });

  it('proves a symmetric key of 128 bits and more', () => {
    expect(outcome({ kty: 'oct', k: Buffer.alloc(32, 7).toString('base64url') })).toBe('proven');
    expect(outcome({ kty: 'oct', k: 'c2hvcnQ' })).toBe('refuted');
  });

  it('reads the escaped form and rejects other text', () => {
    const text = JSON.stringify(ec.export({ format: 'jwk' }));
    expect(jwk().check(text.replaceAll('"', String.raw`\"`), '', now).outcome).toBe('proven');
    expect(jwk().check('{"kty":', '', now).outcome).toBe('refuted');
  });
});
