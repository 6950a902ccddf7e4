import { defineSecret } from '../define-secret.ts';
import { drawBytes } from '../proof/draw.ts';

export const ssh2PrivateKey = defineSecret({
  id: 'secrets/ssh2-private-key',
  title: 'SSH private key (ssh.com format)',
  provider: 'SSH',
  regex: {
    source: String.raw`---- BEGIN SSH2 (?:ENCRYPTED )?PRIVATE KEY ----(?:[^-\x24]|-(?!---)){40,8000}?---- END SSH2 (?:ENCRYPTED )?PRIVATE KEY ----`,
    literals: ['---- BEGIN SSH2 '],
    maxLength: 8100,
    sample: (random) =>
      `---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\n${drawBytes(random, 48).toString('base64')}\n---- END SSH2 ENCRYPTED PRIVATE KEY ----`,
  },
  family: 'private-key',
  opens:
    'It logs in over SSH wherever its public half is trusted; the header says “encrypted” also where no passphrase is set.',
  revoke: 'Remove the public half from every server and make a new pair that stays out of the repository.',
  bad: [{ path: 'id_rsa_2048_a', code: '{secret}\n' }],
  good: [{ path: 'id.pub', code: '---- BEGIN SSH2 PUBLIC KEY ----\nAAAAB3NzaC1yc2E=\n---- END SSH2 PUBLIC KEY ----' }],
});
