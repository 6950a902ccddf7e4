import { defineContextSecret } from '../../define-context-secret.ts';

export const algoliaAdminKey = defineContextSecret({
  id: 'secrets/algolia-admin-key',
  title: 'Algolia admin API key',
  provider: 'Algolia',
  shape: '<h32>',
  words: ['algolia'],
  variable: 'ALGOLIA_ADMIN_KEY',
  unless: /search|public/i,
  gitleaks: 'algolia-api-key',
  opens:
    'The admin key reads, changes and deletes every index and its settings; the search-only key is meant to be public, so check which one this is.',
  revoke:
    'Regenerate it under Settings → API keys in the Algolia dashboard and give back ends keys with few operations and an index filter.',
});
