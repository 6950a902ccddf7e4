import { defineContextSecret } from '../../define-context-secret.ts';

export const cohereApiKey = defineContextSecret({
  id: 'secrets/cohere-api-key',
  title: 'Cohere API key',
  provider: 'Cohere',
  shape: '<A40>',
  words: ['cohere', 'co_api_key'],
  variable: 'COHERE_API_KEY',
  entropy: 3.8,
  gitleaks: 'cohere-api-token',
  opens: "It calls models at the organisation's expense and reads its datasets and fine-tuned models.",
  revoke: "Delete it under API keys in Cohere's dashboard and create another.",
});
