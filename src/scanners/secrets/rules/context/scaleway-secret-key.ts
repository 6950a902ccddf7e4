import { defineContextSecret } from '../../define-context-secret.ts';

export const scalewaySecretKey = defineContextSecret({
  id: 'secrets/scaleway-secret-key',
  title: 'Scaleway secret key',
  provider: 'Scaleway',
  shape: '<uuid>',
  words: ['scaleway', 'scw_', 'scwsecret'],
  variable: 'SCW_SECRET_KEY',
  entropy: 2.9,
  severity: 'critical',
  opens:
    'It manages machines, clusters, databases and object storage with the permissions of its IAM application or user.',
  revoke: 'Delete the API key under IAM → API keys and create one for an application with an expiry.',
});
