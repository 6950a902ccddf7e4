import { defineSecret } from '../define-secret.ts';

export const minimaxApiKey = defineSecret({
  id: 'secrets/minimax-api-key',
  title: 'MiniMax API key',
  provider: 'MiniMax',
  shape: 'sk-api-<w100-130>',
  opens: 'Spends the account’s balance.',
  revoke: 'Delete it on the platform’s API Keys page.',
  bad: [{ path: '.env', code: 'MINIMAX_API_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'MINIMAX_API_KEY=sk-api-…' }],
});
