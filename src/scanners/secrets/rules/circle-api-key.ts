import { defineSecret } from '../define-secret.ts';

export const circleApiKey = defineSecret({
  id: 'secrets/circle-api-key',
  title: 'Circle API key',
  provider: 'Circle',
  shape: '(TEST|LIVE|SAND)_API_KEY:<h32>:<h32>',
  severity: 'critical',
  opens: 'Moves stablecoins and manages wallets of the account (TEST and SAND: in the sandbox).',
  revoke: 'Revoke it under API & Client Keys.',
  bad: [{ path: '.env', code: 'CIRCLE_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'CIRCLE_KEY=TEST_API_KEY:…' }],
});
