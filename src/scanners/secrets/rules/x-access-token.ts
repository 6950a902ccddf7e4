import { defineSecret } from '../define-secret.ts';

export const xAccessToken = defineSecret({
  id: 'secrets/x-access-token',
  title: 'X (Twitter) access token',
  provider: 'X',
  shape: '<d8-19>-<A40>',
  near: {
    words: ['twitter', 'tweet', 'access_token', 'accesstoken', 'oauth_token', 'access_key', 'x_token'],
    within: 40,
  },
  entropy: 4,
  gitleaks: 'twitter-access-token',
  opens: 'With its secret, usually on the next line, it posts and reads messages as the account.',
  revoke: 'Revoke it under Settings → Security → Apps and sessions, or regenerate it in the developer portal.',
  bad: [{ path: 'bot.py', code: 'access_token = "{secret}"' }],
  good: [{ path: 'bot.py', code: 'access_token = os.environ["TWITTER_ACCESS_TOKEN"]' }],
});
