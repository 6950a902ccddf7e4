import { defineSecret } from '../define-secret.ts';
import { drawBytes } from '../proof/draw.ts';

export const javaKeystore = defineSecret({
  id: 'secrets/java-keystore',
  title: 'Java key store with a private key',
  provider: 'Java',
  regex: {
    // Magic, version 1 or 2, number of entries, and the tag of the first entry: 1 is a private key, 2 a certificate.
    source: String.raw`(?<![^\n])(?<secret>(?:\xfe\xed\xfe\xed|\xce\xce\xce\xce)\x00\x00\x00[\x01\x02][^]{4}\x00\x00\x00\x01\x00[^]{48})`,
    literals: ['\xfe\xed\xfe\xed', '\xce\xce\xce\xce'],
    maxLength: 70,
    sample: (random) =>
      `\xfe\xed\xfe\xed\0\0\0\x02\0\0\0\x01\0\0\0\x01\0\x05${drawBytes(random, 47).toString('latin1')}`,
  },
  severity: 'medium',
  opens:
    'A private key behind a password that is often “changeit” and can be guessed offline as fast as hardware allows.',
  revoke: 'Replace the key and deliver the key store at deployment from a secret store.',
  bad: [{ path: 'keystore.jks', code: '{secret}' }],
  good: [{ path: 'build.gradle', code: "storeFile file('keystore.jks')" }],
});
