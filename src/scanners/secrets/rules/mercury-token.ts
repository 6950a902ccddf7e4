import { defineSecret } from '../define-secret.ts';

export const mercuryToken = defineSecret({
  id: 'secrets/mercury-token',
  title: 'Mercury API token',
  provider: 'Mercury',
  shape: 'mercury_(production|sandbox)_<A2-8>_<A38-52>_yrucrem',
  severity: 'critical',
  opens: 'Reads the bank accounts and, with write access, sends payments.',
  revoke: 'Delete it under Settings → API tokens; give the new one an IP allow-list.',
  bad: [{ path: 'pay.sh', code: 'curl --user {secret}: https://api.mercury.com/api/v1/accounts' }],
  good: [{ path: 'pay.sh', code: 'curl --user "$MERCURY_TOKEN:" https://api.mercury.com/api/v1/accounts' }],
});
