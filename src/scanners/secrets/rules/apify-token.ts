import { defineSecret } from '../define-secret.ts';

export const apifyToken = defineSecret({
  id: 'secrets/apify-token',
  title: 'Apify API token',
  provider: 'Apify',
  shape: 'apify_api_<A34-38>',
  gitleaks: 'apify-api-token',
  opens: 'Runs and reads the account’s actors and data sets.',
  revoke: 'Delete it under Settings → API & Integrations.',
  bad: [{ path: 'run.js', code: "const client = new ApifyClient({ token: '{secret}' });" }],
  good: [{ path: 'run.js', code: 'const client = new ApifyClient({ token: process.env.APIFY_TOKEN });' }],
});
