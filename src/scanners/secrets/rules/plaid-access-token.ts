import { defineSecret } from '../define-secret.ts';

export const plaidAccessToken = defineSecret({
  id: 'secrets/plaid-access-token',
  title: 'Plaid access token',
  provider: 'Plaid',
  shape: 'access-(production|development|sandbox)-<uuid>',
  gitleaks: 'plaid-api-token',
  opens: 'Reads balances, transactions and identity of one linked bank login (sandbox tokens: made-up data).',
  revoke: 'Call /item/access_token/invalidate, which replaces it at once.',
  bad: [{ path: 'items.json', code: '{"access_token": "{secret}"}' }],
  good: [{ path: 'items.json', code: '{"access_token": "access-sandbox-<uuid>"}' }],
});
