import { defineSecret } from '../define-secret.ts';
import { base58Check } from '../proof/base58-check.ts';

export const bitcoinPrivateKey = defineSecret({
  id: 'secrets/bitcoin-private-key',
  title: 'Bitcoin private key (WIF)',
  provider: 'Bitcoin',
  shape: '[5KLc9]<b58:50-51>',
  near: { words: ['wif', 'priv', 'btc', 'bitcoin', 'litecoin', 'doge', 'wallet', 'eos', 'secret'], within: 40 },
  proof: base58Check(['80', 'ef', 'b0'], [33, 34]),
  severity: 'critical',
  confidence: 'high',
  opens: 'Spends everything its address holds.',
  revoke: 'Move the funds to a new address at once; keys belong in a wallet or a hardware module.',
  references: ['https://en.bitcoin.it/wiki/Wallet_import_format'],
  bad: [{ path: 'sweep.py', code: 'priv_key = "{secret}"' }],
  good: [{ path: 'sweep.py', code: 'priv_key = getpass("WIF: ")' }],
});
