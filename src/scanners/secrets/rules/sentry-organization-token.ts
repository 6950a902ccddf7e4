import { defineSecret } from '../define-secret.ts';
import { json } from '../proof/json.ts';

export const sentryOrganizationToken = defineSecret({
  id: 'secrets/sentry-organization-token',
  title: 'Sentry organisation token',
  provider: 'Sentry',
  shape: 'sntrys_eyJ<B60-400>=?=?_<B43>',
  proof: json({
    prefix: 7,
    separator: '_',
    encoding: 'base64',
    keys: ['iat', 'url', 'org'],
    example: (random) => ({
      iat: 1700000000 + random(),
      url: 'https://sentry.io',
      region_url: 'https://us.sentry.io',
      org: 'acme',
    }),
  }),
  gitleaks: 'sentry-org-token',
  opens:
    'It creates releases and uploads source maps for the organisation: enough to replace the maps that engineers debug with.',
  revoke: 'Revoke it under Organization settings → Auth tokens.',
  bad: [
    { path: '.env', code: 'SENTRY_AUTH_TOKEN={secret}' },
    { path: 'ci.yml', code: 'SENTRY_AUTH_TOKEN: {secret}' },
  ],
  good: [
    { path: 'ci.yml', code: 'SENTRY_AUTH_TOKEN: ${{ secrets.SENTRY_AUTH_TOKEN }}' },
    { path: '.env', code: 'SENTRY_AUTH_TOKEN=sntrys_eyJ...' },
  ],
});
