import { defineSecret } from '../define-secret.ts';

export const honeycombApiKey = defineSecret({
  id: 'secrets/honeycomb-api-key',
  title: 'Honeycomb API key',
  provider: 'Honeycomb',
  shape: 'hc[abx](ik|lk|mk)_<l50-70>',
  entropy: 3.4,
  opens: 'Sends events; a management key also changes teams and keys.',
  revoke: 'Disable it under Environment settings → API Keys.',
  bad: [{ path: 'otel.yaml', code: '    "x-honeycomb-team": "{secret}"' }],
  good: [{ path: 'otel.yaml', code: '    "x-honeycomb-team": "${env:HONEYCOMB_API_KEY}"' }],
});
