import { defineSecret } from '../define-secret.ts';

export const newRelicLicenceKey = defineSecret({
  id: 'secrets/new-relic-licence-key',
  title: 'New Relic licence key',
  provider: 'New Relic',
  shape: '<l6><[0-9a-fF]30>NRAL',
  entropy: 3,
  opens: 'It writes metrics, traces and logs into the account: false data, and a bill for what is ingested.',
  revoke: 'Create another ingest key under API keys, move the agents over and delete this one.',
  bad: [
    { path: 'newrelic.yml', code: "common:\n  license_key: '{secret}'" },
    { path: '.env', code: 'NEW_RELIC_LICENSE_KEY={secret}' },
  ],
  good: [
    { path: 'newrelic.yml', code: "license_key: <%= ENV['NEW_RELIC_LICENSE_KEY'] %>" },
    { path: 'newrelic.yml', code: "license_key: 'eu01xxNRAL'" },
  ],
});
