import { defineSecret } from '../define-secret.ts';

export const amazonMwsToken = defineSecret({
  id: 'secrets/amazon-mws-token',
  title: 'Amazon MWS auth token',
  provider: 'Amazon',
  shape: 'amzn.mws.<uuid>',
  opens:
    "It lets a developer account act for the seller: read orders and customers' addresses, change listings and prices.",
  revoke:
    "In Seller Central → Apps and Services → Manage Your Apps disable the developer's access. MWS is retired; move to the Selling Partner API and its rotating tokens.",
  bad: [{ path: 'config.yml', code: 'mws_auth_token: {secret}' }],
  good: [
    { path: 'config.yml', code: 'mws_auth_token: amzn.mws.<your-token>' },
    { path: 'client.py', code: 'assert token.startswith("amzn.mws.")' },
  ],
});
