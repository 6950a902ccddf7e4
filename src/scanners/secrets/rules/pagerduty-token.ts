import { defineSecret } from '../define-secret.ts';

export const pagerdutyToken = defineSecret({
  id: 'secrets/pagerduty-token',
  title: 'PagerDuty API token',
  provider: 'PagerDuty',
  shape: 'u+<[\\w+\\-]18>',
  near: ['pagerduty', 'pager_duty', 'pd_api', 'pd_token'],
  entropy: 3.2,
  opens: 'It acts as the user or the account: reads incidents and on-call contacts, silences alerts.',
  revoke:
    'Delete it under My profile → User settings → API access keys (account keys: Integrations → API access keys).',
  bad: [
    { path: '.env', code: 'PAGERDUTY_TOKEN={secret}' },
    { path: 'main.tf', code: 'provider "pagerduty" { token = "{secret}" }' },
  ],
  good: [
    { path: 'main.tf', code: 'provider "pagerduty" { token = var.pagerduty_token }' },
    { path: '.env', code: 'PAGERDUTY_TOKEN=u+xxxx' },
  ],
});
