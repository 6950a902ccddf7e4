import { defineSecret } from '../define-secret.ts';
import { nkey } from '../proof/nkey.ts';

export const natsSeed = defineSecret({
  id: 'secrets/nats-seed',
  title: 'NATS seed',
  provider: 'NATS',
  shape: 'S[AUONCX]A[ABCDEFGHIJKLMNOP]<2:54>',
  proof: nkey(),
  severity: 'critical',
  opens: 'An operator or account seed issues credentials for anybody; a user seed logs in as that user.',
  revoke:
    'Revoke the key with `nsc revocations` (or re-key the account or operator) and load seeds from files outside the repository.',
  bad: [{ path: 'user.creds', code: '-----BEGIN USER NKEY SEED-----\n{secret}\n------END USER NKEY SEED------' }],
  good: [{ path: 'nats.conf', code: 'authorization { users = [ { nkey: UDXU4RCSJNZO… } ] }' }],
});
