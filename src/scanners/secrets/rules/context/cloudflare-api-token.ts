import { defineContextSecret } from '../../define-context-secret.ts';

export const cloudflareApiToken = defineContextSecret({
  id: 'secrets/cloudflare-api-token',
  title: 'Cloudflare API token (older form)',
  provider: 'Cloudflare',
  shape: '<w40>',
  words: ['cloudflare', 'cf_api', 'cf-api', 'cf_token'],
  variable: 'CLOUDFLARE_API_TOKEN',
  entropy: 3.8,
  gitleaks: 'cloudflare-api-key',
  opens: 'It changes DNS records, Workers, caches and firewall rules of the zones it covers.',
  revoke: 'Roll or delete it under My Profile → API Tokens; new ones carry a recognisable prefix.',
});
