import { defineSecret } from '../define-secret.ts';

export const datadogApplicationKey = defineSecret({
  id: 'secrets/datadog-application-key',
  title: 'Datadog application key',
  provider: 'Datadog',
  shape: 'ddapp_<w34>',
  entropy: 3,
  opens: "With an API key it reads all telemetry with its owner's rights and changes monitors, users and integrations.",
  revoke: 'Revoke it under Organization settings → Application keys and give a service account a key with scopes.',
  bad: [{ path: '.env', code: 'DD_APP_KEY={secret}' }],
  good: [
    { path: '.env', code: 'DD_APP_KEY=ddapp_xxx' },
    { path: 'a.c', code: 'ddapp_init(argc, argv);' },
  ],
});
