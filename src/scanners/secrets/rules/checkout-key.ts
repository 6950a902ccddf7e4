import { defineSecret } from '../define-secret.ts';

export const checkoutKey = defineSecret({
  id: 'secrets/checkout-key',
  title: 'Checkout.com secret key',
  provider: 'Checkout.com',
  shape: 'sk_(test_)?<uuid>',
  opens: 'Captures and refunds payments and reads stored cards’ tokens.',
  revoke: 'Deactivate it under Developers → Keys and create a new one.',
  bad: [{ path: 'pay.ts', code: "const cko = new Checkout('{secret}');" }],
  good: [{ path: 'pay.ts', code: 'const cko = new Checkout(process.env.CKO_SECRET);' }],
});
