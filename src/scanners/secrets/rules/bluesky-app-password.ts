import { defineSecret } from '../define-secret.ts';

export const blueskyAppPassword = defineSecret({
  id: 'secrets/bluesky-app-password',
  title: 'Bluesky app password',
  provider: 'Bluesky',
  shape: '<l4>-<l4>-<l4>-<l4>',
  near: { words: ['bluesky', 'bsky', 'atproto', 'atp_'], within: 60 },
  entropy: 3,
  confidence: 'high',
  opens: 'Posts and reads as the account, without its second factor.',
  revoke: 'Delete it under Settings → Privacy and security → App passwords.',
  bad: [{ path: 'post.py', code: 'BSKY_PASSWORD = "{secret}"' }],
  good: [{ path: 'post.py', code: 'BSKY_PASSWORD = os.environ["BSKY_PASSWORD"]' }],
});
