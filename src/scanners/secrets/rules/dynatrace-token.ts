import { defineSecret } from '../define-secret.ts';

export const dynatraceToken = defineSecret({
  id: 'secrets/dynatrace-token',
  title: 'Dynatrace token',
  provider: 'Dynatrace',
  shape: 'dt0<a><d2>.<U24>.<U64>',
  gitleaks: 'dynatrace-api-token',
  opens: "It reads or writes telemetry, settings and agents' installers, depending on its scopes.",
  revoke:
    'Revoke it under Access tokens (platform tokens and OAuth clients: Account management) and create one with few scopes and an expiry.',
  bad: [
    { path: '.env', code: 'DT_API_TOKEN={secret}' },
    { path: 'dynakube.yaml', code: 'apiToken: {secret}' },
  ],
  good: [
    { path: 'dynakube.yaml', code: 'apiToken: dt0c01.ST2EY72KQINMH574WMNVI7YN.<secret>' },
    { path: '.env', code: 'DT_API_TOKEN=${DT_API_TOKEN}' },
  ],
});
