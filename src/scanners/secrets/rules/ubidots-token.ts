import { defineSecret } from '../define-secret.ts';

export const ubidotsToken = defineSecret({
  id: 'secrets/ubidots-token',
  title: 'Ubidots token',
  provider: 'Ubidots',
  shape: '(BBFF|BBUS)-<A30>',
  opens: 'Reads and writes all variables of the account, which may switch devices.',
  revoke: 'Delete it under API Credentials.',
  bad: [{ path: 'node.ino', code: '#define TOKEN "{secret}"' }],
  good: [{ path: 'node.ino', code: '#define TOKEN "BBFF-…"' }],
});
