import { defineSecret } from '../define-secret.ts';

export const heliconeApiKey = defineSecret({
  id: 'secrets/helicone-api-key',
  title: 'Helicone API key',
  provider: 'Helicone',
  shape: 'sk-helicone-<l7>-<l7>-<l7>-<l7>',
  opens: 'Reads the logged prompts and answers of the organisation.',
  revoke: 'Delete it under Settings → API Keys.',
  bad: [{ path: '.env', code: 'HELICONE_API_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'HELICONE_API_KEY=sk-helicone-…' }],
});
