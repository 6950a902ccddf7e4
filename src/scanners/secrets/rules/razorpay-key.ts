import { defineSecret } from '../define-secret.ts';

export const razorpayKey = defineSecret({
  id: 'secrets/razorpay-key',
  title: 'Razorpay live key',
  provider: 'Razorpay',
  shape: 'rzp_live_<A14>',
  severity: 'medium',
  opens: 'The identifier of a live key; with the key secret, usually next to it, one captures and refunds payments.',
  revoke: 'Regenerate the key under Settings → API keys.',
  bad: [{ path: 'checkout.js', code: 'const razorpay = new Razorpay({ key_id: "{secret}", key_secret });' }],
  good: [{ path: 'checkout.js', code: 'const razorpay = new Razorpay({ key_id: process.env.RZP_ID });' }],
});
