import { defineSecret } from '../define-secret.ts';

export const tatumApiKey = defineSecret({
  id: 'secrets/tatum-api-key',
  title: 'Tatum API key',
  provider: 'Tatum',
  shape: 't-<h24>-<h24>',
  near: ['tatum', 'api-key', 'api_key', 'apikey'],
  severity: 'medium',
  confidence: 'high',
  distinctive: true,
  opens: 'Uses up the account’s quota and reaches wallets managed in it.',
  revoke: 'Delete it in the dashboard under API Keys.',
  bad: [{ path: '.env', code: 'TATUM_API_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'TATUM_API_KEY=t-…' }],
});
