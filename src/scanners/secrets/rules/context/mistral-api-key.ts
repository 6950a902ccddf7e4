import { defineContextSecret } from '../../define-context-secret.ts';

export const mistralApiKey = defineContextSecret({
  id: 'secrets/mistral-api-key',
  title: 'Mistral AI API key',
  provider: 'Mistral AI',
  shape: '<A32>',
  words: ['mistral'],
  variable: 'MISTRAL_API_KEY',
  entropy: 3.5,
  opens: "It calls models at the workspace's expense and reads its files, agents and fine-tuning jobs.",
  revoke: "Delete it under Workspace → API keys in Mistral's console and create one with an expiry.",
});
