import { defineSecret } from '../define-secret.ts';

export const deeplApiKey = defineSecret({
  id: 'secrets/deepl-api-key',
  title: 'DeepL API key',
  provider: 'DeepL',
  shape: '<uuid>:fx',
  severity: 'medium',
  family: 'deepl-api-key',
  opens: 'Uses up the account’s translation quota (the ending :fx marks the free plan).',
  revoke: 'Deactivate the key in the DeepL account under API Keys and create a new one.',
  bad: [{ path: '.env', code: 'DEEPL_AUTH_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'DEEPL_AUTH_KEY=…:fx' }],
});
