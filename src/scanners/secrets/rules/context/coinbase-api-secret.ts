import { defineContextSecret } from '../../define-context-secret.ts';

export const coinbaseApiSecret = defineContextSecret({
  id: 'secrets/coinbase-api-secret',
  title: 'Coinbase API secret (older form)',
  provider: 'Coinbase',
  shape: '<w64>',
  words: ['coinbase'],
  variable: 'COINBASE_API_SECRET',
  entropy: 3.8,
  severity: 'critical',
  gitleaks: 'coinbase-access-token',
  opens: 'It signs requests of the account: read balances and, with the permission, trade or send funds.',
  revoke:
    'Delete the key under Settings → API and create one that is limited to portfolios, permissions and addresses.',
});
