import { defineSecret } from '../define-secret.ts';
import { base58Check } from '../proof/base58-check.ts';

export const tezosSecretKey = defineSecret({
  id: 'secrets/tezos-secret-key',
  title: 'Tezos secret key',
  provider: 'Tezos',
  shape: ['edsk<b58:50>', 'edsk<b58:94>'],
  proof: base58Check(['0d0f3a07', '2bf64e07'], [36, 68]),
  severity: 'critical',
  opens: 'Transfers everything the account holds.',
  revoke: 'Move the funds to a new account at once; sign with a remote signer or a hardware wallet.',
  bad: [{ path: 'deploy.ts', code: "const signer = await InMemorySigner.fromSecretKey('{secret}');" }],
  good: [{ path: 'deploy.ts', code: 'const signer = await InMemorySigner.fromSecretKey(process.env.TEZOS_KEY);' }],
});
