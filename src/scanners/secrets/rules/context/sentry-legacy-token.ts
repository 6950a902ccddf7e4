import { defineContextSecret } from '../../define-context-secret.ts';

export const sentryLegacyToken = defineContextSecret({
  id: 'secrets/sentry-legacy-token',
  title: 'Sentry auth token (older form)',
  provider: 'Sentry',
  shape: '<h64>',
  words: ['sentry'],
  variable: 'SENTRY_AUTH_TOKEN',
  family: 'sentry-token',
  gitleaks: 'sentry-access-token',
  opens: "It reads errors with the personal data in them and changes projects with the user's scopes.",
  revoke: 'Revoke it under User settings → Personal tokens; newer tokens carry a recognisable prefix.',
});
