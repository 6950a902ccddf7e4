import { defineSecret } from '../define-secret.ts';

export const newRelicUserKey = defineSecret({
  id: 'secrets/new-relic-user-key',
  title: 'New Relic user key',
  provider: 'New Relic',
  shape: 'NRAK-<U27>',
  entropy: 3,
  gitleaks: 'new-relic-user-api-key',
  opens:
    "It queries all telemetry of the account with the user's rights and changes alerts and dashboards through NerdGraph.",
  revoke: 'Delete it under API keys in the user menu and create one for a service user.',
  bad: [{ path: '.env', code: 'NEW_RELIC_API_KEY={secret}' }],
  good: [
    { path: '.env', code: 'NEW_RELIC_API_KEY=NRAK-XXXX' },
    { path: 'main.tf', code: 'api_key = var.newrelic_api_key' },
  ],
});
