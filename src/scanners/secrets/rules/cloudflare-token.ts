import { defineSecret } from '../define-secret.ts';
import { crc8 } from '../proof/crc32-hex.ts';

export const cloudflareToken = defineSecret({
  id: 'secrets/cloudflare-token',
  title: 'Cloudflare API token',
  provider: 'Cloudflare',
  shape: 'cf(k|ut|at)_<A40><h8>',
  proof: crc8(false),
  opens:
    'It changes DNS records, Workers, caches and firewall rules of the zones it covers; a global key (cfk_) does everything the user can.',
  revoke:
    'Roll or delete it under My Profile → API Tokens (account tokens: Manage Account). Replace global keys by tokens with one permission and an address filter.',
  references: ['https://developers.cloudflare.com/fundamentals/api/get-started/token-formats/'],
  bad: [
    { path: '.env', code: 'CLOUDFLARE_API_TOKEN={secret}' },
    { path: 'wrangler.sh', code: 'CLOUDFLARE_API_TOKEN={secret} npx wrangler deploy' },
  ],
  good: [
    { path: 'wrangler.sh', code: 'CLOUDFLARE_API_TOKEN=$TOKEN npx wrangler deploy' },
    { path: '.env', code: 'CLOUDFLARE_API_TOKEN=cfut_xxxxxxxx' },
  ],
});
