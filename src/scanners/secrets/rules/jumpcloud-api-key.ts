import { defineSecret } from '../define-secret.ts';

export const jumpcloudApiKey = defineSecret({
  id: 'secrets/jumpcloud-api-key',
  title: 'JumpCloud API key',
  provider: 'JumpCloud',
  shape: 'jca_<A36>',
  severity: 'critical',
  opens: 'Manages the directory: users, groups, devices and the commands that run on them.',
  revoke: 'Generate a new key under My API Key, which voids the old one.',
  bad: [{ path: '.env', code: 'JUMPCLOUD_API_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'JUMPCLOUD_API_KEY=jca_…' }],
});
