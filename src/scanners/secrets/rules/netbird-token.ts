import { defineSecret } from '../define-secret.ts';

export const netbirdToken = defineSecret({
  id: 'secrets/netbird-token',
  title: 'NetBird access token',
  provider: 'NetBird',
  shape: 'nbp_<A36>',
  severity: 'critical',
  opens: 'Manages the private network with the rights of its owner: adds peers, changes access rules.',
  revoke: 'Delete it on the user’s page under Access Tokens.',
  bad: [{ path: '.env', code: 'NB_API_TOKEN={secret}' }],
  good: [{ path: '.env.example', code: 'NB_API_TOKEN=nbp_…' }],
});
