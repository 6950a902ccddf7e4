import { defineContextSecret } from '../../define-context-secret.ts';

export const dropboxAppSecret = defineContextSecret({
  id: 'secrets/dropbox-app-secret',
  title: 'Dropbox app secret',
  provider: 'Dropbox',
  shape: '<l15>',
  words: ['dropbox'],
  variable: 'DROPBOX_APP_SECRET',
  entropy: 2.8,
  gitleaks: 'dropbox-api-token',
  opens: "With the app key it exchanges its users' codes and refresh tokens.",
  revoke: 'Generate another app on the Dropbox App Console (secrets are not rotatable) or use PKCE, which needs none.',
});
