import { defineContextSecret } from '../../define-context-secret.ts';

export const datadogApiKey = defineContextSecret({
  id: 'secrets/datadog-api-key',
  title: 'Datadog API key',
  provider: 'Datadog',
  shape: '<h32>',
  words: ['datadog', 'dd_api', 'ddapi', 'dd-api'],
  variable: 'DATADOG_API_KEY',
  opens:
    'It writes metrics, events and logs into the organisation: false alarms, or hidden ones, and a bill for what is ingested.',
  revoke: 'Revoke it under Organization settings → API keys and create one per agent fleet.',
});
