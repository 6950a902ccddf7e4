import { defineSecret } from '../define-secret.ts';

export const shopifyToken = defineSecret({
  id: 'secrets/shopify-token',
  title: 'Shopify access token',
  provider: 'Shopify',
  shape: 'shp(at|ca|pa|ss|ua)_<H32>',
  severity: 'critical',
  gitleaks: 'shopify-access-token',
  opens:
    'Reads and changes orders, customers and products of the shop within the app’s scopes; shpss_ is the app’s shared secret, which also verifies webhooks.',
  revoke: 'Uninstall or rotate under Apps → Develop apps → API credentials, then store the new token outside the code.',
  bad: [{ path: 'shop.py', code: 'shopify.Session(shop_url, "2024-10", "{secret}")' }],
  good: [{ path: 'shop.py', code: 'shopify.Session(shop_url, "2024-10", token)  # shpat_…' }],
});
