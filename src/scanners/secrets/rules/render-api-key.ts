import { defineSecret } from '../define-secret.ts';

export const renderApiKey = defineSecret({
  id: 'secrets/render-api-key',
  title: 'Render API key',
  provider: 'Render',
  shape: 'rnd_<A28>',
  entropy: 3.3,
  opens: 'It deploys, suspends and deletes services of every workspace of the user and reads their environment.',
  revoke: 'Revoke it under Account settings → API keys.',
  bad: [
    { path: '.env', code: 'RENDER_API_KEY={secret}' },
    { path: 'deploy.sh', code: 'curl -H "Authorization: Bearer {secret}" https://api.render.com/v1/services' },
  ],
  good: [
    { path: 'deploy.sh', code: 'curl -H "Authorization: Bearer $RENDER_API_KEY" https://api.render.com/v1/services' },
    { path: 'rand.c', code: 'rnd_state = rnd_seed(42);' },
  ],
});
