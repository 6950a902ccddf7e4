import { defineSecret } from '../define-secret.ts';

export const instagramToken = defineSecret({
  id: 'secrets/instagram-token',
  title: 'Instagram access token',
  provider: 'Meta',
  shape: ['IGQV<A1><w50-250>', 'IGQW<A1><w50-250>', 'IGAA<A100-250>'],
  opens: 'Reads the profile and media of the account and publishes in its name within the granted permissions.',
  revoke: 'Remove the app under Apps and websites in the account’s settings.',
  bad: [{ path: 'feed.js', code: "const token = '{secret}';" }],
  good: [{ path: 'feed.js', code: 'const token = process.env.INSTAGRAM_TOKEN;' }],
});
