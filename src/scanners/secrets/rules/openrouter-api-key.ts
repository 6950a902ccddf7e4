import { defineSecret } from '../define-secret.ts';

export const openrouterApiKey = defineSecret({
  id: 'secrets/openrouter-api-key',
  title: 'OpenRouter API key',
  provider: 'OpenRouter',
  shape: 'sk-or-v1-<h64>',
  opens: 'Spends the account’s credits on any model.',
  revoke: 'Delete it under openrouter.ai → Keys and set a credit limit on the new one.',
  bad: [{ path: 'bot.py', code: 'api_key="{secret}"' }],
  good: [{ path: 'bot.py', code: 'api_key=os.environ["OPENROUTER_API_KEY"]' }],
});
