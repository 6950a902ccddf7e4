import { defineSecret } from '../define-secret.ts';

export const daytonaApiKey = defineSecret({
  id: 'secrets/daytona-api-key',
  title: 'Daytona API key',
  provider: 'Daytona',
  shape: 'dtn_<h64>',
  opens: 'Starts and enters the organisation’s sandboxes.',
  revoke: 'Revoke it under app.daytona.io → Keys.',
  bad: [{ path: '.env', code: 'DAYTONA_API_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'DAYTONA_API_KEY=dtn_…' }],
});
