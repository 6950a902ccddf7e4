import { defineSecret } from '../define-secret.ts';

export const sentryToken = defineSecret({
  id: 'secrets/sentry-token',
  title: 'Sentry auth token',
  provider: 'Sentry',
  shape: 'sntry[uai]_<h64>',
  gitleaks: 'sentry-user-token',
  opens:
    "It reads errors with the personal data in them, uploads source maps and releases and changes projects with the user's or integration's scopes.",
  revoke: "Revoke it under User settings → Personal tokens, or the organisation's custom integrations.",
  bad: [
    { path: '.sentryclirc', code: '[auth]\ntoken={secret}' },
    { path: '.env', code: 'SENTRY_AUTH_TOKEN={secret}' },
  ],
  good: [
    { path: '.env', code: 'SENTRY_DSN=https://examplePublicKey@o0.ingest.sentry.io/0' },
    { path: '.env', code: 'SENTRY_AUTH_TOKEN=sntryu_xxx' },
  ],
});
