import { defineSecret } from '../define-secret.ts';
import { bech32 } from '../proof/bech32.ts';

export const ageSecretKey = defineSecret({
  id: 'secrets/age-secret-key',
  title: 'age secret key',
  provider: 'age',
  shape: 'AGE-SECRET-KEY-1<[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]58>',
  proof: bech32(),
  severity: 'critical',
  gitleaks: 'age-secret-key',
  opens: 'Decrypts everything encrypted to the key, with SOPS all secrets of the repository, in every past commit too.',
  revoke: 'Make a new key, re-encrypt (`sops updatekeys`), and change every secret that the old one could open.',
  bad: [{ path: 'keys.txt', code: '# created: 2024-05-01T10:00:00Z\n{secret}\n' }],
  good: [{ path: '.sops.yaml', code: 'creation_rules:\n  - age: age1ql3z7hjy54pw3…\n' }],
});
