import { defineSecret } from '../define-secret.ts';

export const stripeLiveKey = defineSecret({
  id: 'secrets/stripe-live-key',
  title: 'Stripe live key',
  provider: 'Stripe',
  shape: '[rs]k_live_<A20-247>',
  entropy: 3,
  severity: 'critical',
  gitleaks: 'stripe-access-token',
  opens:
    'Moves real money: refunds, payouts, charges, and the customers’ data. Restricted keys (rk_) reach what they were given.',
  revoke:
    'Roll the key at once under Developers → API keys, check the logs there, and use restricted keys from a secret store.',
  bad: [{ path: 'billing.rb', code: "Stripe.api_key = '{secret}'" }],
  good: [
    { path: 'billing.rb', code: "Stripe.api_key = ENV.fetch('STRIPE_SECRET_KEY')" },
    { path: 'README.md', code: 'STRIPE_KEY=sk_live_...' },
  ],
});
