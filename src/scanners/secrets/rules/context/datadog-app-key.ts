import { defineContextSecret } from '../../define-context-secret.ts';

export const datadogAppKey = defineContextSecret({
  id: 'secrets/datadog-app-key',
  title: 'Datadog application key (older form)',
  provider: 'Datadog',
  shape: '<h40>',
  words: ['datadog', 'dd_app', 'ddapp', 'dd-app'],
  variable: 'DATADOG_APP_KEY',
  family: 'datadog-application-key',
  gitleaks: 'datadog-access-token',
  opens: "With an API key it reads all telemetry with its owner's rights and changes monitors, users and integrations.",
  revoke: 'Revoke it under Organization settings → Application keys and give a service account a key with scopes.',
});
