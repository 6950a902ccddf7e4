import { defineContextSecret } from '../../define-context-secret.ts';

export const deepgramApiKey = defineContextSecret({
  id: 'secrets/deepgram-api-key',
  title: 'Deepgram API key',
  provider: 'Deepgram',
  shape: '<h40>',
  words: ['deepgram'],
  variable: 'DEEPGRAM_API_KEY',
  opens: "It transcribes at the project's expense and, as an administrator's key, manages members and further keys.",
  revoke: "Delete it under the project's API keys and create one with the member role and an expiry.",
});
