import { defineSecret } from '../define-secret.ts';
import { drawText } from '../proof/draw.ts';

export const facebookAccessToken = defineSecret({
  id: 'secrets/facebook-access-token',
  title: 'Facebook access token',
  provider: 'Meta',
  regex: {
    source: String.raw`(?<![\w+/=%-])EAA(?=[A-Za-z]{0,40}[0-9])[A-Za-z0-9]{77,800}(?![\w+/=%-])`,
    literals: ['EAA'],
    maxLength: 803,
    sample: (random) =>
      `EAAB${drawText(random, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789', 120)}`,
  },
  entropy: 4.2,
  gitleaks: 'facebook-access-token',
  opens: 'Acts as the person or page: posts, reads messages, runs advertisements, within the granted permissions.',
  revoke: 'Invalidate it in the Access Token Debugger or remove the app in the business settings.',
  bad: [{ path: 'post.py', code: 'graph = facebook.GraphAPI(access_token="{secret}")' }],
  good: [{ path: 'post.py', code: 'graph = facebook.GraphAPI(access_token=os.environ["FB_TOKEN"])' }],
});
