import { defineSecret } from '../define-secret.ts';

export const xaiApiKey = defineSecret({
  id: 'secrets/xai-api-key',
  title: 'xAI API key',
  provider: 'xAI',
  shape: 'xai-<A70-120>',
  opens: 'Spends the team’s money on Grok models and reads its files and collections.',
  revoke: 'Disable it under console.x.ai → API Keys.',
  bad: [{ path: '.env', code: 'XAI_API_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'XAI_API_KEY=xai-…' }],
});
