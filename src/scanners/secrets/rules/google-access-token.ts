import { defineSecret } from '../define-secret.ts';

export const googleAccessToken = defineSecret({
  id: 'secrets/google-access-token',
  title: 'Google OAuth access token',
  provider: 'Google',
  shape: 'ya29.<w20+>',
  severity: 'medium',
  opens: 'It acts for the user or service account with the granted scopes until it expires, usually an hour later.',
  revoke:
    'It expires by itself; revoke it at https://oauth2.googleapis.com/revoke if it must end now. Obtain tokens at run time, never store them.',
  bad: [
    { path: 'call.sh', code: 'curl -H "Authorization: Bearer {secret}" https://storage.googleapis.com/storage/v1/b' },
    { path: 'token.json', code: '{"access_token": "{secret}", "expires_in": 3599}' },
  ],
  good: [
    { path: 'call.sh', code: 'curl -H "Authorization: Bearer $(gcloud auth print-access-token)"' },
    { path: 'doc.md', code: 'Access tokens start with ya29. and a letter.' },
  ],
});
