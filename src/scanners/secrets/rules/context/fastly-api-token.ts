import { defineContextSecret } from '../../define-context-secret.ts';

export const fastlyApiToken = defineContextSecret({
  id: 'secrets/fastly-api-token',
  title: 'Fastly API token',
  provider: 'Fastly',
  shape: '<w32>',
  words: ['fastly'],
  variable: 'FASTLY_API_TOKEN',
  entropy: 3.5,
  gitleaks: 'fastly-api-token',
  opens: 'It purges caches and changes services: with global scope an attacker rewrites what every visitor receives.',
  revoke:
    'Delete it under Account → API tokens and create one for a single service with the purge scope where that is enough.',
});
