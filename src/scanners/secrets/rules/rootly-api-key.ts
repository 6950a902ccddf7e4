import { defineSecret } from '../define-secret.ts';

export const rootlyApiKey = defineSecret({
  id: 'secrets/rootly-api-key',
  title: 'Rootly API key',
  provider: 'Rootly',
  shape: 'rootly_<h64>',
  opens: 'It reads and changes incidents, on-call schedules and the contacts in them.',
  revoke: 'Delete it under Organization settings → API keys and create one with a role and an expiry.',
  bad: [{ path: '.env', code: 'ROOTLY_API_TOKEN={secret}' }],
  good: [
    { path: '.env', code: 'ROOTLY_API_TOKEN=rootly_xxx' },
    { path: 'main.tf', code: 'api_token = var.rootly_api_token' },
  ],
});
