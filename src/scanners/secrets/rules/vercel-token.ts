import { defineSecret } from '../define-secret.ts';
import { crc62 } from '../proof/crc62.ts';

export const vercelToken = defineSecret({
  id: 'secrets/vercel-token',
  title: 'Vercel token',
  provider: 'Vercel',
  shape: 'vc[piark]_<A56>',
  proof: crc62(),
  opens:
    "It deploys to the team's projects, reads environment variables that are not sensitive-marked and changes domains.",
  revoke:
    "Delete it under Account settings → Tokens (integrations: the integration's page) and create one for a single team with an expiry.",
  bad: [
    { path: '.env', code: 'VERCEL_TOKEN={secret}' },
    { path: 'deploy.sh', code: 'vercel deploy --prod --token {secret}' },
  ],
  good: [
    { path: 'deploy.sh', code: 'vercel deploy --prod --token "$VERCEL_TOKEN"' },
    { path: '.env', code: 'VERCEL_TOKEN=vcp_your_token' },
  ],
});
