import { defineSecret } from '../define-secret.ts';
import { drawBytes } from '../proof/draw.ts';

/** 1.2.840.113549.1.12.10.1, the bags of PKCS#12 (RFC 7292 §4.2), in DER. */
const bag = String.raw`\*\x86H\x86\xf7\r\x01\x0c\n\x01`;

export const pkcs12Key = defineSecret({
  id: 'secrets/pkcs12-key',
  title: 'PKCS#12 file with a private key',
  provider: 'PKCS',
  regex: {
    // Bag types 1 (plain) and 2 (encrypted) hold private keys; the first bytes of the bag tell the files apart.
    source: String.raw`(?<![^\n])0[\x80-\x84][^]{0,4}\x02\x01\x03[^]{0,200}?${bag}(?<secret>[\x01\x02][^]{64})`,
    literals: ['\x02\x01\x03'],
    maxLength: 300,
    sample: (random) => `\x02${drawBytes(random, 64).toString('latin1')}`,
  },
  severity: 'medium',
  gitleaks: 'pkcs12-file',
  opens: 'A private key and its certificate behind a password that can be guessed offline, and often is empty.',
  revoke: 'Revoke the certificate, issue a new pair, and deliver it at deployment from a secret store.',
  references: ['https://www.rfc-editor.org/rfc/rfc7292'],
  bad: [{ path: 'client.p12', code: '0\x82\x0a\x0b\x02\x01\x030\x82*\x86H\x86÷\r\x01\x0c\n\x01{secret}' }],
  good: [{ path: 'main.tf', code: 'certificate = filebase64("client.p12")' }],
});
