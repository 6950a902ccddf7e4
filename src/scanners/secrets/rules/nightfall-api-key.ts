import { defineSecret } from '../define-secret.ts';

export const nightfallApiKey = defineSecret({
  id: 'secrets/nightfall-api-key',
  title: 'Nightfall API key',
  provider: 'Nightfall',
  shape: 'NF-<A32>',
  entropy: 3.6,
  opens: "It scans text at the account's expense and reads the detection policies.",
  revoke: 'Delete it under Developer platform → API keys.',
  bad: [{ path: '.env', code: 'NIGHTFALL_API_KEY={secret}' }],
  good: [
    { path: '.env', code: 'NIGHTFALL_API_KEY=NF-xxxx' },
    { path: 'orders.csv', code: 'NF-ORDER12345' },
  ],
});
