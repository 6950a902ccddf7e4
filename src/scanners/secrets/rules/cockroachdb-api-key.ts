import { defineSecret } from '../define-secret.ts';

export const cockroachdbApiKey = defineSecret({
  id: 'secrets/cockroachdb-api-key',
  title: 'CockroachDB Cloud API key',
  provider: 'CockroachDB',
  shape: 'CCDB1_<A22>_<A40>',
  opens:
    'It manages clusters of the organisation with the roles of its service account: creates SQL users, opens networks, deletes data.',
  revoke: 'Delete the key under Access management → Service accounts and create one with a cluster-scoped role.',
  bad: [{ path: '.env', code: 'COCKROACH_API_KEY={secret}' }],
  good: [
    { path: '.env', code: 'COCKROACH_API_KEY=CCDB1_...' },
    { path: 'main.tf', code: '# key from COCKROACH_API_KEY, starts with CCDB1_' },
  ],
});
