import { defineSecret } from '../define-secret.ts';

export const cartesiaApiKey = defineSecret({
  id: 'secrets/cartesia-api-key',
  title: 'Cartesia API key',
  provider: 'Cartesia',
  shape: 'sk_car_<A20-40>',
  opens: 'Spends the account’s credits and uses its cloned voices.',
  revoke: 'Delete it under API Keys.',
  bad: [{ path: '.env', code: 'CARTESIA_API_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'CARTESIA_API_KEY=sk_car_…' }],
});
