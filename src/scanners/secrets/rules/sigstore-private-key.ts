import { defineSecret } from '../define-secret.ts';
import { drawBytes } from '../proof/draw.ts';

export const sigstorePrivateKey = defineSecret({
  id: 'secrets/sigstore-private-key',
  title: 'Signing key of cosign, minisign or signify',
  provider: 'Sigstore',
  regex: {
    source: String.raw`-----BEGIN ENCRYPTED (?:COSIGN|SIGSTORE) PRIVATE KEY-----(?:[\sA-Za-z0-9+/=]|\\[rn]){80,2000}-----END ENCRYPTED (?:COSIGN|SIGSTORE) PRIVATE KEY-----|(?:encrypted secret key|signify secret key)(?:\\n|\s)(?:RWRTY0Iy|RWRCS)[A-Za-z0-9+/]{120,220}={0,2}`,
    literals: ['-----BEGIN ENCRYPTED COSIGN', '-----BEGIN ENCRYPTED SIGSTORE', ' secret key'],
    maxLength: 2100,
    sample: (random) =>
      `-----BEGIN ENCRYPTED COSIGN PRIVATE KEY-----\n${drawBytes(random, 90).toString('base64')}\n-----END ENCRYPTED COSIGN PRIVATE KEY-----`,
  },
  severity: 'medium',
  family: 'private-key',
  opens: 'It signs releases that users trust as the project’s; only its password, possibly none, stands before that.',
  revoke: 'Publish a new public key, re-sign what is current, and sign keylessly by OIDC where the tool can.',
  bad: [{ path: 'cosign.key', code: '{secret}\n' }],
  good: [{ path: 'minisign.pub', code: 'untrusted comment: minisign public key 0123\nRWQ…' }],
});
