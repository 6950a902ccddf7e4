import { defineSecret } from '../define-secret.ts';

export const pixieKey = defineSecret({
  id: 'secrets/pixie-key',
  title: 'Pixie API or deploy key',
  provider: 'Pixie',
  shape: 'px-(api|dep)-<uuid>',
  opens: 'An API key runs scripts that read the traffic of every pod in the cluster; a deploy key registers clusters.',
  revoke: 'Delete it in Pixie → Admin → API keys or Deployment keys.',
  bad: [{ path: '.env', code: 'PX_API_KEY={secret}' }],
  good: [
    { path: '.env', code: 'PX_API_KEY=px-api-xxxx' },
    { path: 'deploy.sh', code: 'px deploy --deploy_key=$PX_DEPLOY_KEY' },
  ],
});
