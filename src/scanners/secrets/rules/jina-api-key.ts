import { defineSecret } from '../define-secret.ts';

export const jinaApiKey = defineSecret({
  id: 'secrets/jina-api-key',
  title: 'Jina AI API key',
  provider: 'Jina AI',
  shape: 'jina_<A60>',
  opens: 'Spends the account’s tokens.',
  revoke: 'Revoke it on the API dashboard of jina.ai.',
  bad: [{ path: '.env', code: 'JINA_API_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'JINA_API_KEY=jina_…' }],
});
