import { defineSecret } from '../define-secret.ts';

export const zohoToken = defineSecret({
  id: 'secrets/zoho-token',
  title: 'Zoho OAuth token',
  provider: 'Zoho',
  shape: '1000.<h32>.<h32>',
  opens: 'Reads and changes the Zoho data in its scopes; a refresh token renews itself.',
  revoke: 'Revoke it with /oauth/v2/token/revoke or under accounts.zoho.com → Sessions → Connected apps.',
  bad: [{ path: 'zoho.php', code: "$refreshToken = '{secret}';" }],
  good: [{ path: 'zoho.php', code: "$refreshToken = getenv('ZOHO_REFRESH_TOKEN');" }],
});
