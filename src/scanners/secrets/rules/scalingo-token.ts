import { defineSecret } from '../define-secret.ts';

export const scalingoToken = defineSecret({
  id: 'secrets/scalingo-token',
  title: 'Scalingo API token',
  provider: 'Scalingo',
  shape: 'tk-us-<w48>',
  gitleaks: 'scalingo-api-token',
  opens: 'It deploys apps, reads their environment and opens one-off containers in them.',
  revoke: 'Revoke it under Account → API tokens and create one per tool.',
  bad: [{ path: '.env', code: 'SCALINGO_API_TOKEN={secret}' }],
  good: [
    { path: '.env', code: 'SCALINGO_API_TOKEN=tk-us-...' },
    { path: 'a.css', code: '.desk-us-map { color: red }' },
  ],
});
