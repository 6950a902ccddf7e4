import { defineSecret } from '../define-secret.ts';

export const cloudflareAccessToken = defineSecret({
  id: 'secrets/cloudflare-access-token',
  title: 'Cloudflare Access service token',
  provider: 'Cloudflare',
  shape: 'cfast_<A48>',
  opens:
    'With its client ID it passes Cloudflare Access as a machine: every internal application that accepts the service token is open.',
  revoke: 'Delete the token under Zero Trust → Access → Service credentials and issue one per client with an expiry.',
  bad: [{ path: '.env', code: 'CF_ACCESS_CLIENT_SECRET={secret}' }],
  good: [
    { path: '.env', code: 'CF_ACCESS_CLIENT_SECRET=cfast_...' },
    { path: 'curl.sh', code: 'curl -H "CF-Access-Client-Secret: $CF_SECRET" https://intern.acme.io' },
  ],
});
