import { defineSecret } from '../define-secret.ts';
import { pem } from '../proof/pem.ts';

export const privateKey = defineSecret({
  id: 'secrets/private-key',
  title: 'Private key',
  provider: 'PEM',
  regex: {
    source: String.raw`-----BEGIN (?:[A-Z0-9]{2,12} ){0,2}PRIVATE KEY-----(?=[^]{0,400}?[A-Za-z0-9+/]{30})(?:[^-]|-(?!----)){40,16000}?-{0,2}-----END (?:[A-Z0-9]{2,12} ){0,2}PRIVATE KEY-----`,
    literals: ['PRIVATE KEY-----'],
    maxLength: 16_200,
    sample: (random) => `-----BEGIN ${random() < 0.5 ? 'RSA ' : 'OPENSSH '}PRIVATE KEY-----`,
  },
  proof: pem(),
  severity: 'critical',
  gitleaks: 'private-key',
  opens:
    'Whoever has the key logs in, signs or decrypts as its owner: SSH, TLS, token signing. If the finding says “encrypted”, the passphrase is all that still protects it.',
  revoke:
    'Remove the public half wherever it is trusted (authorized_keys, certificate, key set) and make a new pair that never enters a repository: an agent, a secret store or a hardware key holds it.',
  references: ['https://www.rfc-editor.org/rfc/rfc7468'],
  bad: [
    { path: 'deploy_key', code: '{secret}\n' },
    { path: 'tests/server.pem', code: 'Bag Attributes\n{secret}\n-----BEGIN CERTIFICATE-----\n' },
  ],
  good: [
    { path: 'id.pub', code: 'ssh-ed25519 AAAAC3Nz… deploy@acme' },
    {
      path: 'tls.py',
      code: 'if b"-----BEGIN PRIVATE KEY-----" in data and b"-----END PRIVATE KEY-----" in data: load(data)',
    },
    { path: 'README.md', code: '-----BEGIN RSA PRIVATE KEY-----\n...\n-----END RSA PRIVATE KEY-----' },
  ],
});
