import { defineSecret } from '../define-secret.ts';

export const cerebrasApiKey = defineSecret({
  id: 'secrets/cerebras-api-key',
  title: 'Cerebras API key',
  provider: 'Cerebras',
  shape: 'csk-<l48>',
  opens: 'Spends the account’s quota.',
  revoke: 'Delete it under cloud.cerebras.ai → API keys.',
  bad: [{ path: '.env', code: 'CEREBRAS_API_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'CEREBRAS_API_KEY=csk-…' }],
});
