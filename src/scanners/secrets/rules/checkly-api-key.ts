import { defineSecret } from '../define-secret.ts';

export const checklyApiKey = defineSecret({
  id: 'secrets/checkly-api-key',
  title: 'Checkly API key',
  provider: 'Checkly',
  shape: 'cu_<h32>',
  entropy: 3,
  opens: 'Changes checks and reads their environment variables.',
  revoke: 'Delete it under Account settings → API keys.',
  bad: [{ path: '.env', code: 'CHECKLY_API_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'CHECKLY_API_KEY=cu_…' }],
});
