import { defineSecret } from '../define-secret.ts';

export const cloudflareOriginCaKey = defineSecret({
  id: 'secrets/cloudflare-origin-ca-key',
  title: 'Cloudflare origin CA key',
  provider: 'Cloudflare',
  shape: 'v1.0-<h24>-<h146>',
  gitleaks: 'cloudflare-origin-ca-key',
  opens:
    'It issues and revokes origin certificates for every zone of the account: an attacker can impersonate the origin to Cloudflare.',
  revoke:
    'Change it under My Profile → API Tokens → Origin CA Key and use an API token with SSL and Certificates permission.',
  bad: [{ path: '.env', code: 'CLOUDFLARE_ORIGIN_CA_KEY={secret}' }],
  good: [
    { path: '.env', code: 'CLOUDFLARE_ORIGIN_CA_KEY=v1.0-...' },
    { path: 'release.txt', code: 'v1.0-abcdef012345678901234567-rc1' },
  ],
});
