import { defineSecret } from '../define-secret.ts';

export const adobeClientSecret = defineSecret({
  id: 'secrets/adobe-client-secret',
  title: 'Adobe client secret',
  provider: 'Adobe',
  shape: 'p8e-<w32>',
  entropy: 3.3,
  gitleaks: 'adobe-client-secret',
  opens: 'With the client ID it obtains tokens for the APIs of the Adobe project: assets, analytics, user management.',
  revoke: "Add another secret to the project's credential in Adobe Developer Console, move over and delete this one.",
  bad: [{ path: '.env', code: 'ADOBE_CLIENT_SECRET={secret}' }],
  good: [
    { path: '.env', code: 'ADOBE_CLIENT_SECRET=p8e-xxxxxxxx' },
    { path: 'auth.ts', code: 'clientSecret: process.env.ADOBE_CLIENT_SECRET' },
  ],
});
