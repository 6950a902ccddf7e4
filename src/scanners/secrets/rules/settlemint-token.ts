import { defineSecret } from '../define-secret.ts';

export const settlemintToken = defineSecret({
  id: 'secrets/settlemint-token',
  title: 'SettleMint token',
  provider: 'SettleMint',
  shape: 'sm_(aat|pat|sat)_<A16>',
  gitleaks: 'settlemint-personal-access-token',
  opens: 'Manages applications and nodes on the platform.',
  revoke: 'Delete it under Access tokens.',
  bad: [{ path: '.env', code: 'SETTLEMINT_ACCESS_TOKEN={secret}' }],
  good: [{ path: '.env', code: 'SETTLEMINT_ACCESS_TOKEN=sm_pat_…' }],
});
