import { defineSecret } from '../define-secret.ts';

export const elasticApiKey = defineSecret({
  id: 'secrets/elastic-api-key',
  title: 'Elastic Cloud or serverless API key',
  provider: 'Elastic',
  shape: 'essu_<w60-200>=?=?',
  opens:
    "It manages deployments of the organisation: resets the elastic user's password, changes networks, deletes clusters.",
  revoke: 'Revoke it under Organization → API keys and create one for the deployments and the role it needs.',
  bad: [
    { path: '.env', code: 'EC_API_KEY={secret}' },
    {
      path: 'call.sh',
      code: 'curl -H "Authorization: ApiKey {secret}" https://api.elastic-cloud.com/api/v1/deployments',
    },
  ],
  good: [
    {
      path: 'call.sh',
      code: 'curl -H "Authorization: ApiKey $EC_API_KEY" https://api.elastic-cloud.com/api/v1/deployments',
    },
    { path: '.env', code: 'EC_API_KEY=essu_...' },
  ],
});
