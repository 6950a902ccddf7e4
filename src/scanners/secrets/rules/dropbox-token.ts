import { defineSecret } from '../define-secret.ts';

export const dropboxToken = defineSecret({
  id: 'secrets/dropbox-token',
  title: 'Dropbox access token',
  provider: 'Dropbox',
  shape: 'sl.(u.)?<w130+>',
  gitleaks: 'dropbox-short-lived-api-token',
  opens: 'Reads and writes the files in the app’s scope, possibly the whole Dropbox, for up to four hours.',
  revoke:
    'Revoke it with /2/auth/token/revoke or disconnect the app under Settings → Apps; use the refresh-token flow.',
  bad: [{ path: 'backup.py', code: 'dbx = dropbox.Dropbox("{secret}")' }],
  good: [{ path: 'backup.py', code: 'dbx = dropbox.Dropbox(oauth2_refresh_token=refresh, app_key=key)' }],
});
