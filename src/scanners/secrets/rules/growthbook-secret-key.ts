import { defineSecret } from '../define-secret.ts';

export const growthbookSecretKey = defineSecret({
  id: 'secrets/growthbook-secret-key',
  title: 'GrowthBook secret key',
  provider: 'GrowthBook',
  shape: 'secret_(admin|readonly|user)_<A24-64>',
  entropy: 3.6,
  opens: 'Reads, and as an admin key changes, all features and experiments.',
  revoke: 'Delete it under Settings → API Keys.',
  bad: [{ path: '.env', code: 'GROWTHBOOK_SECRET={secret}' }],
  good: [{ path: '.env.example', code: 'GROWTHBOOK_SECRET=secret_readonly_…' }],
});
