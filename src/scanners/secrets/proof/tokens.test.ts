import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { awsSecretAccessKey } from '../rules/aws-secret-access-key.ts';
import { sampleSecret } from '../sample-secret.ts';
import type { Proof, ProofResult } from '../secret-rule.ts';
import { awsAccount } from './aws-account.ts';
import { awsSecret } from './aws-secret.ts';
import { basic } from './basic.ts';
import { googleKey } from './google-key.ts';
import { base58Key, referenceToken } from './jfrog-key.ts';
import { json } from './json.ts';
import { jwt } from './jwt.ts';
import { macaroon } from './macaroon.ts';
import { mnemonic } from './mnemonic.ts';
import { numberedToken } from './numbered-token.ts';
import { looksRandom } from './random-text.ts';
import { sasExpiry } from './sas-expiry.ts';
import { snowflake } from './snowflake.ts';

const now = new Date('2026-01-01T00:00:00Z');
const check = (proof: Proof, value: string, window = value): ProofResult => proof.check(value, window, now);

describe('JWT', () => {
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const hmac = (claims: unknown, header: unknown = { alg: 'HS256', typ: 'JWT' }): string => {
    const text = `${encode(header)}.${encode(claims)}`;
    return `${text}.${createHmac('sha256', 'k').update(text).digest('base64url')}`;
  };

  it('proves a signed token and tells when it expires', () => {
    expect(check(jwt(), hmac({ sub: 'ci', exp: 1893456000 }))).toEqual({
      outcome: 'proven',
      facts: { alg: 'HS256', expires: '2030-01-01T00:00:00.000Z', expired: false },
    });
  });

  it('proves RSA and ECDSA signatures by their length', () => {
    const text = `${encode({ alg: 'RS256' })}.${encode({ sub: 'ci' })}`;
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    expect(check(jwt(), `${text}.${sign('sha256', Buffer.from(text), rsa).toString('base64url')}`).outcome).toBe(
      'proven',
    );
    const ec = `${encode({ alg: 'ES256' })}.${encode({ sub: 'ci' })}`;
    expect(check(jwt(), `${ec}.${Buffer.alloc(64, 1).toString('base64url')}`).outcome).toBe('proven');
    expect(check(jwt(), `${ec}.${Buffer.alloc(63, 1).toString('base64url')}`).outcome).toBe('refuted');
  });

  it.each([
    ['expired', { exp: 1500000000 }],
    ['public by design (Supabase)', { role: 'anon', iss: 'supabase' }],
    ['the sample of jwt.io', { sub: '1234567890', name: 'John Doe' }],
  ])('shows a token that is %s as information', (_name, claims) => {
    expect(check(jwt(), hmac(claims))).toMatchObject({ outcome: 'proven', severity: 'info' });
  });

  it('keeps the severity of Supabase’s service role', () => {
    expect(check(jwt(), hmac({ role: 'service_role' })).severity).toBeUndefined();
  });

  it('refutes what is unsigned, truncated or no JSON', () => {
    const token = hmac({ sub: 'ci' });
    for (const value of [
      token.slice(0, -3),
      `${token}.x`,
      `${encode({ alg: 'none' })}.${encode({})}.`,
      'eyJ.eyJ.sig',
      '',
      'a.b.c',
    ]) {
      expect(check(jwt(), value).outcome).toBe('refuted');
    }
  });

  it('wants the issuer and passes a prefix by', () => {
    const token = hmac({ iss: 'kubernetes/serviceaccount' });
    expect(check(jwt('kubernetes'), token).outcome).toBe('proven');
    expect(check(jwt('other'), token).outcome).toBe('refuted');
    expect(check(jwt(), `ghs_123_${token}`).outcome).toBe('proven');
  });
});

it('JSON in base64 needs the known members', () => {
  const proof = json({
    prefix: 4,
    encoding: 'base64',
    keys: ['o', 'n'],
    separator: '_',
    example: () => ({ o: 1, n: 2 }),
  });
  const write = (value: unknown): string => `glc_${Buffer.from(JSON.stringify(value)).toString('base64')}_tail`;
  expect(check(proof, write({ o: 1, n: 'x', k: 'y' })).outcome).toBe('proven');
  expect(check(proof, write({ o: 1 })).outcome).toBe('refuted');
  expect(check(proof, write([1, 2])).outcome).toBe('refuted');
  expect(check(proof, 'glc_%%%_tail').outcome).toBe('refuted');
});

it('macaroons are read to their last byte', () => {
  const field = (kind: number, content: string): number[] => [kind, content.length, ...Buffer.from(content, 'latin1')];
  const write = (location: string, signature: number): string => {
    const bytes = [
      2,
      ...field(1, location),
      ...field(2, 'id'),
      0,
      ...field(2, '[1]'),
      0,
      0,
      ...field(6, 's'.repeat(signature)),
    ];
    return `pypi-${Buffer.from(bytes).toString('base64url')}`;
  };
  expect(check(macaroon('pypi.org'), write('pypi.org', 32)).outcome).toBe('proven');
  expect(check(macaroon('pypi.org'), write('pypi.org', 31)).outcome).toBe('refuted');
  expect(check(macaroon('pypi.org'), write('evil.org', 32)).outcome).toBe('refuted');
  expect(check(macaroon('pypi.org'), write('pypi.org', 32).slice(0, -4)).outcome).toBe('refuted');
});

it('Discord tokens start with a numeric id', () => {
  expect(check(snowflake(), `${Buffer.from('123456789012345678').toString('base64url')}.a.b`).outcome).toBe('proven');
  expect(check(snowflake(), `${Buffer.from('no number at all..').toString('base64url')}.a.b`).outcome).toBe('refuted');
});

it.each([
  ['ci:S3cr3t-of-ours', 'proven'],
  ['ci:S3cr3t:of-0urs', 'plausible'],
  ['Aladdin:open sesame', 'refuted'],
  ['username:password', 'refuted'],
  ['no colon', 'refuted'],
  ['empty:', 'refuted'],
  ['bin:\u0001\u0002', 'refuted'],
])('Basic credentials %j are %s', (pair, outcome) => {
  expect(check(basic(), Buffer.from(pair).toString('base64')).outcome).toBe(outcome);
});

it('JFrog’s tokens decode to what they stand for', () => {
  const reference = (seconds: string): string =>
    Buffer.from(`reftkn:01:${seconds}:${'x'.repeat(27)}`).toString('base64');
  expect(check(referenceToken(), reference('0000000000'))).toEqual({ outcome: 'proven' });
  expect(check(referenceToken(), reference('1500000000'))).toMatchObject({
    severity: 'info',
    facts: { expired: true },
  });
  expect(check(referenceToken(), reference('abc')).outcome).toBe('refuted');
  expect(check(base58Key(), `AKCp${'A'.repeat(69)}`).outcome).toBe('proven');
  expect(check(base58Key(), `AKCp${'0'.repeat(69)}`).outcome).toBe('refuted');
});

it('Data Center tokens are a number, a colon and 20 bytes', () => {
  const write = (id: string, bytes: number): string =>
    Buffer.concat([Buffer.from(id), Buffer.alloc(bytes, 200)]).toString('base64');
  expect(check(numberedToken(), write('123456789012:', 20)).outcome).toBe('proven');
  expect(check(numberedToken(), `BBDC-${write('123456789012:', 20)}`).outcome).toBe('proven');
  expect(check(numberedToken(), write('000000000999:', 20)).outcome).toBe('refuted');
  expect(check(numberedToken(), write('123456789012-', 20)).outcome).toBe('refuted');
});

it('an AWS key id holds its account', () => {
  const account = 123456789012n;
  const bits = (account << 7n).toString(2).padStart(48, '0') + '0'.repeat(32);
  const body = (bits.match(/.{5}/g) ?? []).map((digit) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.charAt(Number.parseInt(digit, 2)),
  );
  expect(check(awsAccount(), `ASIA${body.join('')}`).facts).toEqual({ account: account.toString() });
});

it('an AWS key id in a signed request is information, and of the documentation nothing', () => {
  const id = `AKIA${'Q'.repeat(16)}`;
  expect(check(awsAccount(), id, `key = ${id}`).severity).toBeUndefined();
  expect(check(awsAccount(), id, `X-Amz-Credential=${id}%2F20190814`).severity).toBe('info');
  expect(check(awsAccount(), 'AKIAIOSFODNN7EXAMPLE').dismissed).toBeDefined();
});

it('an AWS secret looks random; a key id beside it is told', () => {
  const secret = sampleSecret(awsSecretAccessKey, 3);
  expect(check(awsSecret(), secret, `AKIA${'A'.repeat(16)}\n${secret}`)).toEqual({
    outcome: 'plausible',
    facts: { keyIdNearby: true },
  });
  expect(check(awsSecret(), 'da39a3ee5e6b4b0d3255bfef95601890afd80709').outcome).toBe('refuted');
  expect(check(awsSecret(), 'Infrastructure/Production/Secrets/Region').outcome).toBe('refuted');
});

it.each([
  ['q7Rk2ZpL9xTb4MnV8cHs', true],
  ['productionDatabaseCredential01', false],
  ['getVaultConfigurationFor', false],
  ['9f86d081884c7d659a2feaa0c55ad015', true],
  ['20240101120000000000', false],
])('%s looks random: %s', (text, random) => {
  expect(looksRandom(text)).toBe(random);
});

it('a recovery phrase is words of the right number, and no sentence', () => {
  const phrase = 'ocean velvet harbor picnic lunar wisdom tornado clinic pepper orbit glance zebra';
  expect(check(mnemonic(), phrase).outcome).toBe('plausible');
  expect(check(mnemonic(), `${phrase} extra`).outcome).toBe('refuted');
  expect(check(mnemonic(), 'the cat sat down and then went home with its very best friend').outcome).toBe('refuted');
});

it('Google keys of a Firebase web client are public', () => {
  const key = `AIza${'x'.repeat(35)}`;
  expect(check(googleKey(), key, `apiKey: "${key}",\n authDomain: "shop.firebaseapp.com"`).severity).toBe('info');
  expect(check(googleKey(), key, `const key = "${key}"`).severity).toBeUndefined();
});

it.each([
  ['2020-01-01T00:00:00Z', 'info'],
  ['2099-01-01T00%3A00%3A00Z', undefined],
  ['1500000000', 'info'],
  ['4102444800', undefined],
])('an Azure signature that ends %s has severity %s', (expiry, severity) => {
  const value = 'c2lnbmF0dXJl';
  expect(
    check(sasExpiry(), value, `https://x.blob.core.windows.net/a?sv=2022-11-02&se=${expiry}&sig=${value}`).severity,
  ).toBe(severity);
});
