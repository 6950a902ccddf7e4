import { defineContextSecret } from '../../define-context-secret.ts';

export const herokuLegacyApiKey = defineContextSecret({
  id: 'secrets/heroku-legacy-api-key',
  title: 'Heroku API key (older form)',
  provider: 'Heroku',
  shape: '<uuid>',
  words: ['heroku'],
  variable: 'HEROKU_API_KEY',
  entropy: 2.9,
  severity: 'critical',
  family: 'heroku-api-key',
  gitleaks: 'heroku-api-key',
  opens: 'It deploys and deletes apps, reads their config vars and opens shells in dynos.',
  revoke: 'Regenerate it under Account settings → API key; newer keys carry a recognisable prefix.',
});
