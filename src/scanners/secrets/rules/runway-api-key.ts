import { defineSecret } from '../define-secret.ts';

export const runwayApiKey = defineSecret({
  id: 'secrets/runway-api-key',
  title: 'Runway API key',
  provider: 'Runway',
  shape: 'key_<h128>',
  opens: 'Spends the organisation’s credits.',
  revoke: 'Disable it in the developer portal under API Keys.',
  bad: [{ path: '.env', code: 'RUNWAYML_API_SECRET={secret}' }],
  good: [{ path: '.env.example', code: 'RUNWAYML_API_SECRET=key_…' }],
});
