import { defineSecret } from '../define-secret.ts';

export const woocommerceKey = defineSecret({
  id: 'secrets/woocommerce-key',
  title: 'WooCommerce consumer key',
  provider: 'WooCommerce',
  shape: 'c[ks]_<h40>',
  opens: 'Key and secret together read and change the shop’s orders, customers and products.',
  revoke: 'Revoke it under WooCommerce → Settings → Advanced → REST API.',
  bad: [{ path: 'sync.php', code: "$woocommerce = new Client($url, '{secret}', $secret);" }],
  good: [{ path: 'sync.php', code: "$woocommerce = new Client($url, getenv('WC_KEY'), getenv('WC_SECRET'));" }],
});
