import { defineSecret } from '../define-secret.ts';

export const anyscaleApiKey = defineSecret({
  id: 'secrets/anyscale-api-key',
  title: 'Anyscale key',
  provider: 'Anyscale',
  shape: '(esecret|aph0)_<A24-60>',
  entropy: 3.6,
  opens: 'Runs workloads and calls models at the organisation’s cost.',
  revoke: 'Delete it under API Keys.',
  bad: [{ path: '.env', code: 'ANYSCALE_API_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'ANYSCALE_API_KEY=esecret_…' }],
});
