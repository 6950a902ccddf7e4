import { defineSecret } from '../define-secret.ts';

export const aivenToken = defineSecret({
  id: 'secrets/aiven-token',
  title: 'Aiven token',
  provider: 'Aiven',
  shape: 'aivenv1<[A-Za-z0-9+/_-]60-400>',
  severity: 'critical',
  opens: 'Manages the services of the projects its owner can reach.',
  revoke: 'Revoke it under Profile → Authentication tokens.',
  bad: [{ path: 'main.tf', code: '  api_token = "{secret}"' }],
  good: [{ path: 'main.tf', code: '  api_token = var.aiven_api_token' }],
});
