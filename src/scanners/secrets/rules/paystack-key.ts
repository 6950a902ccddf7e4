import { defineSecret } from '../define-secret.ts';

export const paystackKey = defineSecret({
  id: 'secrets/paystack-key',
  title: 'Paystack secret key',
  provider: 'Paystack',
  shape: 'sk_live_<h40>',
  severity: 'critical',
  opens: 'Charges cards, starts transfers and reads customers of the business.',
  revoke: 'Generate a new secret key under Settings → API Keys & Webhooks.',
  bad: [{ path: 'pay.php', code: "$key = '{secret}';" }],
  good: [{ path: 'pay.php', code: "$key = getenv('PAYSTACK_SECRET');" }],
});
