import { defineSecret } from '../define-secret.ts';

export const postmanApiKey = defineSecret({
  id: 'secrets/postman-api-key',
  title: 'Postman API key',
  provider: 'Postman',
  shape: ['PMAK-<h24>-<h34>', 'PMAT-<U26>'],
  gitleaks: 'postman-api-token',
  opens: 'Reads collections and environments, where teams keep further credentials.',
  revoke: 'Revoke it under Settings → API keys (collection access keys have their own tab).',
  bad: [{ path: 'newman.sh', code: 'newman run "https://api.getpostman.com/collections/42?apikey={secret}"' }],
  good: [{ path: 'newman.sh', code: 'newman run "https://api.getpostman.com/collections/42?apikey=$POSTMAN_KEY"' }],
});
