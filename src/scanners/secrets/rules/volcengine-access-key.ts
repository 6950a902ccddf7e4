import { defineSecret } from '../define-secret.ts';

export const volcengineAccessKey = defineSecret({
  id: 'secrets/volcengine-access-key',
  title: 'Volcano Engine access key',
  provider: 'ByteDance',
  shape: 'AKLT<[A-Za-z0-9_=-]40-60>',
  entropy: 3.6,
  opens: 'Names an access key of the account; with the secret beside it one manages its cloud resources.',
  revoke: 'Delete the key under IAM → Access keys.',
  bad: [{ path: '.env', code: 'VOLC_ACCESSKEY={secret}' }],
  good: [{ path: '.env', code: 'VOLC_ACCESSKEY=AKLT…' }],
});
