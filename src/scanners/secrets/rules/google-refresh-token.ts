import { defineSecret } from '../define-secret.ts';

export const googleRefreshToken = defineSecret({
  id: 'secrets/google-refresh-token',
  title: 'Google OAuth refresh token',
  provider: 'Google',
  shape: '1//0<w80+>',
  opens: "It yields new access tokens for the user's data until it is revoked, without password or second factor.",
  revoke:
    'Revoke it at https://oauth2.googleapis.com/revoke or let the user remove the app under myaccount.google.com → Security → Third-party access; rotate the client secret with it.',
  bad: [
    { path: 'token.json', code: '{"refresh_token": "{secret}", "token_uri": "https://oauth2.googleapis.com/token"}' },
    { path: '.env', code: 'GMAIL_REFRESH_TOKEN={secret}' },
  ],
  good: [
    { path: 'token.json', code: '{"refresh_token": "1//0eXAMPLE"}' },
    { path: 'a.c', code: 'x = y / 2; // 1//0 is no division' },
  ],
});
