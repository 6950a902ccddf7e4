import { defineSecret } from '../define-secret.ts';

export const stripeTestKey = defineSecret({
  id: 'secrets/stripe-test-key',
  title: 'Stripe test key',
  provider: 'Stripe',
  shape: '[rs]k_test_<A20-247>',
  entropy: 3,
  severity: 'medium',
  gitleaks: 'stripe-access-token',
  opens: 'No money moves, but the key reads the test data, creates webhooks and shows how the integration works.',
  revoke: 'Roll it under Developers → API keys (test mode) and load the new one from the environment.',
  bad: [{ path: 'settings_dev.py', code: 'STRIPE_SECRET_KEY = "{secret}"' }],
  good: [{ path: 'settings_dev.py', code: 'STRIPE_SECRET_KEY = config("STRIPE_SECRET_KEY", default="sk_test_")' }],
});
