import { defineSecret } from '../define-secret.ts';

export const fireworksApiKey = defineSecret({
  id: 'secrets/fireworks-api-key',
  title: 'Fireworks AI API key',
  provider: 'Fireworks AI',
  shape: 'fw_<A24>',
  entropy: 3.9,
  opens: 'Spends the account’s credits and reads its fine-tuned models.',
  revoke: 'Delete it under app.fireworks.ai → API Keys.',
  bad: [{ path: '.env', code: 'FIREWORKS_API_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'FIREWORKS_API_KEY=fw_…' }],
});
