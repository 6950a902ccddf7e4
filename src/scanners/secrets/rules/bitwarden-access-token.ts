import { defineSecret } from '../define-secret.ts';

export const bitwardenAccessToken = defineSecret({
  id: 'secrets/bitwarden-access-token',
  title: 'Bitwarden machine account token',
  provider: 'Bitwarden',
  shape: '0.<uuid>.<A30>:<[A-Za-z0-9+/]22>==',
  near: ['bws', 'bitwarden', 'access_token', 'access-token', 'token'],
  severity: 'critical',
  confidence: 'high',
  distinctive: true,
  opens: 'Reads, and perhaps changes, the secrets granted to the machine account.',
  revoke: 'Revoke it under Secrets Manager → Machine accounts → Access tokens.',
  bad: [{ path: '.env', code: 'BWS_ACCESS_TOKEN={secret}' }],
  good: [{ path: '.env.example', code: 'BWS_ACCESS_TOKEN=0.…' }],
});
