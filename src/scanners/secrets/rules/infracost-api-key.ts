import { defineSecret } from '../define-secret.ts';

export const infracostApiKey = defineSecret({
  id: 'secrets/infracost-api-key',
  title: 'Infracost API key',
  provider: 'Infracost',
  shape: 'ico-<A32>',
  entropy: 3.3,
  gitleaks: 'infracost-api-token',
  opens: "It queries prices and uploads runs into the organisation's dashboard, whose cost data it can read.",
  revoke: 'Roll it under Org settings → API tokens.',
  bad: [{ path: '.env', code: 'INFRACOST_API_KEY={secret}' }],
  good: [
    { path: '.env', code: 'INFRACOST_API_KEY=ico-xxx' },
    { path: 'style.css', code: '.ico-ArrowLeft { width: 1em }' },
  ],
});
