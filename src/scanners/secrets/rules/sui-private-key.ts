import { defineSecret } from '../define-secret.ts';
import { bech32 } from '../proof/bech32.ts';

export const suiPrivateKey = defineSecret({
  id: 'secrets/sui-private-key',
  title: 'Sui private key',
  provider: 'Sui',
  shape: 'suiprivkey1<[qpzry9x8gf2tvdw0s3jn54khce6mua7l]59>',
  proof: bech32(),
  severity: 'critical',
  opens: 'Transfers everything the address holds.',
  revoke: 'Move the funds to a new address at once; use a keystore or a key management service for the new key.',
  bad: [{ path: '.env', code: 'SUI_PRIVATE_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'SUI_PRIVATE_KEY=suiprivkey1…' }],
});
