import { defineSecret } from '../define-secret.ts';

export const intra42Secret = defineSecret({
  id: 'secrets/intra42-secret',
  title: '42 Intra client secret',
  provider: '42',
  shape: 's-s4t2(ud|af)-<h64>',
  gitleaks: 'intra42-client-secret',
  opens: 'Calls the 42 API as the application.',
  revoke: 'Regenerate it on the application’s page of the intranet.',
  bad: [{ path: '.env', code: 'FT_SECRET={secret}' }],
  good: [{ path: '.env', code: 'FT_SECRET=' }],
});
