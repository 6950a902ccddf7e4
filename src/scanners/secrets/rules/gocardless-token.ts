import { defineSecret } from '../define-secret.ts';

export const gocardlessToken = defineSecret({
  id: 'secrets/gocardless-token',
  title: 'GoCardless access token',
  provider: 'GoCardless',
  shape: ['live_<w40>', 'sandbox_<w40>'],
  near: { words: ['gocardless', 'gc_access', 'gc_token', 'gc-access'], within: 60 },
  entropy: 3.8,
  gitleaks: 'gocardless-api-token',
  opens: 'Takes direct debits and reads the payers’ bank details.',
  revoke: 'Revoke it under Developers → Access tokens.',
  bad: [{ path: '.env', code: 'GOCARDLESS_ACCESS_TOKEN={secret}' }],
  good: [{ path: '.env', code: 'GOCARDLESS_ACCESS_TOKEN=live_xxx' }],
});
