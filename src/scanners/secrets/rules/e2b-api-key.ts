import { defineSecret } from '../define-secret.ts';

export const e2bApiKey = defineSecret({
  id: 'secrets/e2b-api-key',
  title: 'E2B API key',
  provider: 'E2B',
  shape: ['e2b_<h40>', 'sk_e2b_<h40>'],
  opens: 'Starts and enters the team’s sandboxes.',
  revoke: 'Delete it under e2b.dev → API Keys.',
  bad: [{ path: '.env', code: 'E2B_API_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'E2B_API_KEY=e2b_…' }],
});
