import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSecretDetector } from '../secret-detector.ts';
import { ownRules } from '../own-rules.ts';

const detector = createSecretDetector(ownRules, new Date('2026-01-01T00:00:00Z'));

function findings(code: string, path: string): { id: string; outcome: string | undefined; severity: string }[] {
  return detector
    .detect({ bytes: Buffer.from(code), path, binary: false })
    .candidates.filter(({ dropped }) => dropped === undefined)
    .map(({ rule, outcome, severity }) => ({ id: rule.id, outcome, severity }));
}

const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
const ec = generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey;
const ed25519 = generateKeyPairSync('ed25519').privateKey;

const pems = {
  'PKCS#1': rsa.export({ type: 'pkcs1', format: 'pem' }).toString(),
  'PKCS#8 of RSA': rsa.export({ type: 'pkcs8', format: 'pem' }).toString(),
  SEC1: ec.export({ type: 'sec1', format: 'pem' }).toString(),
  'PKCS#8 of Ed25519': ed25519.export({ type: 'pkcs8', format: 'pem' }).toString(),
};

/** How files carry a key. */
const carriers: Record<string, (pem: string) => readonly [path: string, code: string]> = {
  file: (pem) => ['server.key', pem],
  'file with Windows line ends': (pem) => ['server.key', pem.replaceAll('\n', '\r\n')],
  'JSON string': (pem) => ['key.json', JSON.stringify({ key: pem })],
  'JSON in a JSON string': (pem) => ['env.json', JSON.stringify({ account: JSON.stringify({ key: pem }) })],
  'YAML block': (pem) => ['values.yaml', `tls:\n  key: |\n${pem.replace(/^/gm, '    ')}`],
  'environment file': (pem) => ['.env', `KEY="${pem.trim().replaceAll('\n', String.raw`\n`)}"`],
  'joined literals': (pem) => [
    'key.js',
    pem
      .trim()
      .split('\n')
      .map((line) => String.raw`"${line}\n"`)
      .join(' +\n  '),
  ],
  'adjacent literals': (pem) => [
    'key.py',
    pem
      .trim()
      .split('\n')
      .map((line) => String.raw`    "${line}\n"`)
      .join('\n'),
  ],
  'C macro': (pem) => [
    'key.h',
    `#define KEY \\\n${pem
      .trim()
      .split('\n')
      .map((line) => String.raw`"${line}\r\n"`)
      .join(' \\\n')}`,
  ],
  'one line': (pem) => ['key.txt', pem.trim().replaceAll('\n', ' ')],
  patch: (pem) => ['add-key.patch', pem.trim().replace(/^/gm, '+')],
  'XML entities': (pem) => ['key.xml', `<key>${pem.trim().replaceAll('\n', '&#10;')}</key>`],
  base64: (pem) => ['secret.yaml', `kind: Secret\ndata:\n  tls.key: ${Buffer.from(pem).toString('base64')}\n`],
};

describe.each(Object.entries(pems))('%s', (_name, pem) => {
  it.each(Object.entries(carriers))('is proven in: %s', (_carrier, carry) => {
    const [path, code] = carry(pem);
    expect(findings(code, path)).toEqual([{ id: 'secrets/private-key', outcome: 'proven', severity: 'critical' }]);
  });
});

it('an encrypted key is less severe', () => {
  const pem = rsa.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' }).toString();
  expect(findings(pem, 'server.key')).toEqual([{ id: 'secrets/private-key', outcome: 'proven', severity: 'medium' }]);
});

it.each([
  ['PKCS#1', rsa.export({ type: 'pkcs1', format: 'der' })],
  ['PKCS#8 of RSA', rsa.export({ type: 'pkcs8', format: 'der' })],
  ['SEC1', ec.export({ type: 'sec1', format: 'der' })],
  ['PKCS#8 of EC', ec.export({ type: 'pkcs8', format: 'der' })],
  ['PKCS#8 of Ed25519', ed25519.export({ type: 'pkcs8', format: 'der' })],
])('%s without armour is proven', (_name, der) => {
  const proven = [{ id: 'secrets/private-key-der', outcome: 'proven', severity: 'critical' }];
  expect(findings(`app.key=${der.toString('base64')}`, 'application.properties')).toEqual(proven);
});

it('public keys and certificates are no secrets', () => {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
  expect(findings(publicKey.export({ type: 'spki', format: 'pem' }).toString(), 'key.pem')).toEqual([]);
  const der = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  expect(findings(`alipay.public-key=${der}`, 'application.properties')).toEqual([]);
});

it.each([
  ['EC', ec],
  ['RSA', rsa],
  ['OKP', ed25519],
])('a JSON Web Key of type %s is proven', (_type, key) => {
  const code = JSON.stringify({ keys: [{ kid: '1', ...key.export({ format: 'jwk' }) }] });
  expect(findings(code, 'jwks.json')).toEqual([
    { id: 'secrets/json-web-key', outcome: 'proven', severity: 'critical' },
  ]);
});
