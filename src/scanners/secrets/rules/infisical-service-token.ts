import { defineSecret } from '../define-secret.ts';

export const infisicalServiceToken = defineSecret({
  id: 'secrets/infisical-service-token',
  title: 'Infisical service token',
  provider: 'Infisical',
  shape: 'st.<h24>.<h32>.<h32>',
  severity: 'critical',
  opens: 'Reads the secrets of an environment of the project.',
  revoke: 'Delete it under Access control → Service tokens and use a machine identity.',
  bad: [{ path: '.env', code: 'INFISICAL_TOKEN={secret}' }],
  good: [{ path: '.env.example', code: 'INFISICAL_TOKEN=st.…' }],
});
