import { defineSecret } from '../define-secret.ts';

export const metabaseApiKey = defineSecret({
  id: 'secrets/metabase-api-key',
  title: 'Metabase API key',
  provider: 'Metabase',
  shape: 'mb_<B43>=',
  opens: 'Queries every database that its group may read.',
  revoke: 'Delete or regenerate it under Admin settings → Authentication → API keys.',
  bad: [{ path: '.env', code: 'METABASE_API_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'METABASE_API_KEY=mb_…' }],
});
