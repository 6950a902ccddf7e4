import { defineSecret } from '../define-secret.ts';

export const googleOauthClientSecret = defineSecret({
  id: 'secrets/google-oauth-client-secret',
  title: 'Google OAuth client secret',
  provider: 'Google',
  shape: 'GOCSPX-<w28>',
  opens:
    'With the client ID it exchanges authorization codes and refresh tokens, so whoever phishes or intercepts one becomes the application to Google.',
  revoke:
    'In Cloud Console → Google Auth Platform → Clients add a new secret, move over, then disable and delete the old one. Installed apps use PKCE and treat the value as public.',
  bad: [
    {
      path: 'client_secret.json',
      code: '{"installed":{"client_id":"123-abc.apps.googleusercontent.com","client_secret":"{secret}"}}',
    },
    { path: '.env', code: 'GOOGLE_CLIENT_SECRET={secret}' },
  ],
  good: [
    { path: '.env.example', code: 'GOOGLE_CLIENT_SECRET=GOCSPX-your-client-secret' },
    { path: 'auth.ts', code: 'clientSecret: process.env.GOOGLE_CLIENT_SECRET' },
  ],
});
