import { defineContextSecret } from '../../define-context-secret.ts';

export const snykToken = defineContextSecret({
  id: 'secrets/snyk-token',
  title: 'Snyk API token',
  provider: 'Snyk',
  shape: '<uuid>',
  words: ['snyk'],
  variable: 'SNYK_TOKEN',
  entropy: 2.9,
  gitleaks: 'snyk-api-token',
  opens: "It reads the organisation's projects and their open vulnerabilities and changes what is ignored.",
  revoke: 'Revoke it under Account settings → API token; pipelines use a service account with a role.',
});
