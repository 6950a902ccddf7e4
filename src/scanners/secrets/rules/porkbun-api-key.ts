import { defineSecret } from '../define-secret.ts';

export const porkbunApiKey = defineSecret({
  id: 'secrets/porkbun-api-key',
  title: 'Porkbun API key',
  provider: 'Porkbun',
  shape: ['sk1_<h64>', 'pk1_<h64>'],
  severity: 'critical',
  opens: 'Both keys together change the zones and registrations of the account’s domains.',
  revoke: 'Delete it under Account → API Access.',
  bad: [{ path: '.env', code: 'PORKBUN_SECRET_API_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'PORKBUN_SECRET_API_KEY=sk1_…' }],
});
