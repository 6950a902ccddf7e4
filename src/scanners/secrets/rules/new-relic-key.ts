import { defineSecret } from '../define-secret.ts';

export const newRelicKey = defineSecret({
  id: 'secrets/new-relic-key',
  title: 'New Relic insert, query or admin key',
  provider: 'New Relic',
  shape: ['NRI[IQ]-<w32>', 'NRAA-<h27>', 'NRRA-<h42>'],
  entropy: 2.8,
  gitleaks: 'new-relic-insert-key',
  opens: 'Insert keys write false telemetry, query keys read it, admin and REST keys change the account.',
  revoke:
    'Delete it under API keys (Insights keys: the Insights API page) and use licence or user keys instead of these older kinds.',
  bad: [{ path: '.env', code: 'NEW_RELIC_INSERT_KEY={secret}' }],
  good: [
    { path: '.env', code: 'NEW_RELIC_INSERT_KEY=NRII-XXXX' },
    { path: 'a.py', code: 'key = os.environ["NEW_RELIC_INSERT_KEY"]' },
  ],
});
