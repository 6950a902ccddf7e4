import { defineSecret } from '../define-secret.ts';

export const browserbaseApiKey = defineSecret({
  id: 'secrets/browserbase-api-key',
  title: 'Browserbase API key',
  provider: 'Browserbase',
  shape: 'bb_live_<w27>',
  opens: 'Opens browser sessions at the account’s cost and reads the recordings of others.',
  revoke: 'Roll it under Settings → API Keys.',
  bad: [{ path: '.env', code: 'BROWSERBASE_API_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'BROWSERBASE_API_KEY=bb_live_…' }],
});
