import { defineSecret } from '../define-secret.ts';
import { drawBytes } from '../proof/draw.ts';

export const pgpPrivateKey = defineSecret({
  id: 'secrets/pgp-private-key',
  title: 'PGP private key',
  provider: 'OpenPGP',
  regex: {
    source: String.raw`-----BEGIN PGP PRIVATE KEY BLOCK-----(?=[^]{0,400}?[A-Za-z0-9+/]{30})(?:[^-]|-(?!----)){100,24000}?-----END PGP PRIVATE KEY BLOCK-----`,
    literals: ['-----BEGIN PGP PRIVATE KEY BLOCK-----'],
    maxLength: 24_100,
    sample: (random) => {
      const lines = Array.from({ length: 8 }, () => drawBytes(random, 48).toString('base64'));
      return `-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n${lines.join('\n')}\n-----END PGP PRIVATE KEY BLOCK-----`;
    },
  },
  severity: 'critical',
  family: 'private-key',
  gitleaks: 'private-key',
  opens:
    'It signs packages, commits and mail in its owner’s name and reads what was encrypted for them. A passphrase may still protect it.',
  revoke: 'Publish the revocation certificate, make a new key, and import it in the pipeline from a secret.',
  references: ['https://www.rfc-editor.org/rfc/rfc9580'],
  bad: [{ path: 'release/signing.asc', code: '{secret}\n' }],
  good: [
    { path: 'sign.sh', code: 'grep -q "BEGIN PGP PRIVATE KEY BLOCK" key.asc && gpg --import key.asc' },
    { path: 'KEYS', code: '-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmQINBF…\n-----END PGP PUBLIC KEY BLOCK-----' },
  ],
});
