import { defineSecret } from '../define-secret.ts';
import { drawBytes } from '../proof/draw.ts';

export const puttyPrivateKey = defineSecret({
  id: 'secrets/putty-private-key',
  title: 'PuTTY private key',
  provider: 'PuTTY',
  regex: {
    source: String.raw`PuTTY-User-Key-File-[123]: [^\r\n]{1,40}\r?\nEncryption: [^\r\n]{1,30}\r?\n[^]{40,6000}?Private-Lines: \d{1,3}\r?\n(?<secret>(?:[A-Za-z0-9+/=]{4,80}\r?\n){1,200})`,
    literals: ['PuTTY-User-Key-File-'],
    maxLength: 24_000,
    sample: (random) => `${drawBytes(random, 48).toString('base64')}\n${drawBytes(random, 33).toString('base64')}\n`,
  },
  proof: {
    id: 'ppk',
    check: (_value, window) => {
      const encrypted = !/Encryption: none/.test(window);
      return { outcome: 'plausible', facts: { encrypted }, ...(encrypted ? { severity: 'medium' as const } : {}) };
    },
    complete: (sample) => sample,
  },
  severity: 'critical',
  family: 'private-key',
  opens: 'It logs in over SSH wherever its public half is trusted, unless the file says that a passphrase encrypts it.',
  revoke: 'Remove the public half from every authorized_keys and make a new pair that stays out of the repository.',
  references: ['https://tartarus.org/~simon/putty-snapshots/htmldoc/AppendixC.html'],
  bad: [
    {
      path: 'deploy.ppk',
      code: 'PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nComment: deploy\nPublic-Lines: 1\nAAAAC3NzaC1lZDI1NTE5AAAAIA==\nPrivate-Lines: 2\n{secret}Private-MAC: 00\n',
    },
  ],
  good: [{ path: 'docs.md', code: 'A key file starts with `PuTTY-User-Key-File-3: ssh-ed25519`.' }],
});
