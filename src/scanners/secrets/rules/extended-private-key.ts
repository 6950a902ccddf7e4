import { defineSecret } from '../define-secret.ts';
import { base58Check } from '../proof/base58-check.ts';

export const extendedPrivateKey = defineSecret({
  id: 'secrets/extended-private-key',
  title: 'Extended private key (BIP 32)',
  provider: 'Bitcoin',
  shape: '[xyztuv]prv<b58:107-108>',
  proof: base58Check(['0488ade4', '04358394', '049d7878', '04b2430c', '044a4e28', '045f18bc'], [78]),
  severity: 'critical',
  opens: 'Every key of the branch derives from it: it spends from all of the wallet’s addresses.',
  revoke: 'Move the funds to a wallet with a new seed at once.',
  references: ['https://github.com/bitcoin/bips/blob/master/bip-0032.mediawiki'],
  bad: [{ path: 'wallet.json', code: '{"xprv": "{secret}"}' }],
  good: [{ path: 'wallet.json', code: '{"xpub": "xpub6…", "xprv": null}' }],
});
