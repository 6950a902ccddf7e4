import { defineSecret } from '../define-secret.ts';

export const aptosPrivateKey = defineSecret({
  id: 'secrets/aptos-private-key',
  title: 'Aptos private key',
  provider: 'Aptos',
  shape: '(ed25519|secp256k1)-priv-0x<H64>',
  severity: 'critical',
  opens: 'Transfers everything the account holds and upgrades its modules.',
  revoke: 'Rotate the account’s authentication key at once and load the new one from a secret store.',
  bad: [{ path: '.aptos/config.yaml', code: '    private_key: "{secret}"' }],
  good: [{ path: '.aptos/config.yaml', code: '    private_key: "ed25519-priv-0x…"' }],
});
