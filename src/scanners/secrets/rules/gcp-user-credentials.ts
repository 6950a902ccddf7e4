import { defineSecret } from '../define-secret.ts';
import { drawText } from '../proof/draw.ts';

const urlSafe = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';

export const gcpUserCredentials = defineSecret({
  id: 'secrets/gcp-user-credentials',
  title: 'Google Cloud user credentials',
  provider: 'Google Cloud',
  regex: {
    source: String.raw`"client_secret"\s{0,4}:\s{0,4}"[^"\n]{10,80}",\s{0,20}"refresh_token"\s{0,4}:\s{0,4}"(?<secret>1//[\w-]{40,400})"`,
    literals: ['"refresh_token"'],
    maxLength: 600,
    sample: (random) => `1//0${drawText(random, urlSafe, 99)}`,
  },
  family: 'google-refresh-token',
  opens:
    'The file of `gcloud auth application-default login`: its refresh token acts as the developer in every project that person can reach.',
  revoke:
    'Run gcloud auth application-default revoke, or revoke the token at https://oauth2.googleapis.com/revoke, and sign in again. The file never belongs in a repository or image.',
  bad: [
    {
      path: 'application_default_credentials.json',
      code: '{\n  "client_id": "764086051850-abc.apps.googleusercontent.com",\n  "client_secret": "d-FL95Q19q7MQmFpd7hHD0Ty",\n  "refresh_token": "{secret}",\n  "type": "authorized_user"\n}',
    },
  ],
  good: [
    {
      path: 'credentials.json',
      code: '{ "client_secret": "<secret>", "refresh_token": "<refresh token>", "type": "authorized_user" }',
    },
    { path: 'auth.py', code: 'creds = Credentials(refresh_token=token, client_secret=secret)' },
  ],
});
