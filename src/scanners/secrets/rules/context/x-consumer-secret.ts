import { defineContextSecret } from '../../define-context-secret.ts';

export const xConsumerSecret = defineContextSecret({
  id: 'secrets/x-consumer-secret',
  title: 'X (Twitter) API secret',
  provider: 'X',
  shape: '<A50>',
  words: ['twitter', 'x_api', 'x_consumer'],
  variable: 'TWITTER_API_SECRET',
  entropy: 4,
  gitleaks: 'twitter-api-secret',
  opens: 'With its key it signs requests as the app and, with an access token, as the user.',
  revoke: 'Regenerate it under Projects & Apps → Keys and tokens in the X developer portal.',
});
