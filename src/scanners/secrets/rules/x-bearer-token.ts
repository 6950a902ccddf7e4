import { defineSecret } from '../define-secret.ts';
import { drawText } from '../proof/draw.ts';

export const xBearerToken = defineSecret({
  id: 'secrets/x-bearer-token',
  title: 'X (Twitter) bearer token',
  provider: 'X',
  regex: {
    source: String.raw`(?<![\w+/=%-])A{21,22}[A-Za-z0-9%]{80,100}(?![\w+/=%-])`,
    literals: ['AAAAAAAAAAAAAAAAAAAAA'],
    maxLength: 122,
    sample: (random) =>
      `AAAAAAAAAAAAAAAAAAAAA${drawText(random, 'bcdefghijklmnopqrstuvwxyzBCDEFGHIJKLMNOPQRSTUVWXYZ0123456789', 92)}`,
  },
  entropy: 3,
  gitleaks: 'twitter-bearer-token',
  opens: 'Reads everything the app may read and uses up its quota.',
  revoke: 'Regenerate it under developer.x.com → Keys and tokens.',
  bad: [{ path: 'tweets.py', code: 'client = tweepy.Client(bearer_token="{secret}")' }],
  good: [{ path: 'tweets.py', code: 'client = tweepy.Client(bearer_token=os.environ["BEARER_TOKEN"])' }],
});
