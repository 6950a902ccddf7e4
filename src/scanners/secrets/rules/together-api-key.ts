import { defineSecret } from '../define-secret.ts';

export const togetherApiKey = defineSecret({
  id: 'secrets/together-api-key',
  title: 'Together AI API key',
  provider: 'Together AI',
  shape: 'tgp_v1_<w43>',
  opens: 'Spends the account’s credits and reads its fine-tuned models.',
  revoke: 'Regenerate it under Settings → API keys.',
  bad: [{ path: '.env', code: 'TOGETHER_API_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'TOGETHER_API_KEY=' }],
});
