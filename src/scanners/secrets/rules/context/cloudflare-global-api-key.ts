import { defineContextSecret } from '../../define-context-secret.ts';

export const cloudflareGlobalApiKey = defineContextSecret({
  id: 'secrets/cloudflare-global-api-key',
  title: 'Cloudflare global API key (older form)',
  provider: 'Cloudflare',
  shape: '<h37>',
  words: ['cloudflare', 'cf_api', 'cf-api'],
  variable: 'CLOUDFLARE_API_KEY',
  severity: 'critical',
  gitleaks: 'cloudflare-global-api-key',
  opens: "With the account's address it does everything the user can: DNS, certificates, Workers, members.",
  revoke: 'Change it under My Profile → API Tokens → Global API Key and use scoped API tokens.',
});
