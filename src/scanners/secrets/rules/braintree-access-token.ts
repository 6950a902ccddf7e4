import { defineSecret } from '../define-secret.ts';

export const braintreeAccessToken = defineSecret({
  id: 'secrets/braintree-access-token',
  title: 'Braintree access token',
  provider: 'PayPal',
  shape: 'access_token$(production|sandbox)$<l16>$<h32>',
  severity: 'critical',
  opens: 'Charges, refunds and reads the customers of the merchant account.',
  revoke: 'Delete the token under Settings → API (or revoke the PayPal app) and issue a new one.',
  bad: [{ path: 'pay.rb', code: 'gateway = Braintree::Gateway.new(access_token: "{secret}")' }],
  good: [{ path: 'pay.rb', code: 'gateway = Braintree::Gateway.new(access_token: ENV["BT_TOKEN"])' }],
});
