import { defineSecret } from '../define-secret.ts';

export const airtableLegacyKey = defineSecret({
  id: 'secrets/airtable-legacy-key',
  title: 'Airtable legacy API key',
  provider: 'Airtable',
  shape: 'key<A14>',
  near: { words: ['airtable'], within: 60 },
  entropy: 3,
  gitleaks: 'airtable-api-key',
  opens: 'Full access to every base its owner can open.',
  revoke:
    'Delete the key in the account settings; these keys are retired, use a personal access token with few scopes.',
  bad: [{ path: '.env', code: 'AIRTABLE_API_KEY={secret}' }],
  good: [{ path: '.env', code: 'AIRTABLE_API_KEY=keyXXXX' }],
});
