import type { SecretRule } from '../secret-rule.ts';
import { aptosPrivateKey } from './aptos-private-key.ts';
import { bitcoinPrivateKey } from './bitcoin-private-key.ts';
import { ethereumKeystore } from './ethereum-keystore.ts';
import { ethereumPrivateKey } from './ethereum-private-key.ts';
import { extendedPrivateKey } from './extended-private-key.ts';
import { nostrSecretKey } from './nostr-secret-key.ts';
import { recoveryPhrase } from './recovery-phrase.ts';
import { solanaPrivateKey } from './solana-private-key.ts';
import { stellarSeed } from './stellar-seed.ts';
import { suiPrivateKey } from './sui-private-key.ts';
import { tezosSecretKey } from './tezos-secret-key.ts';

/** Keys of wallets and ledgers. */
export const walletsRules: readonly SecretRule[] = [
  aptosPrivateKey,
  bitcoinPrivateKey,
  ethereumKeystore,
  ethereumPrivateKey,
  extendedPrivateKey,
  nostrSecretKey,
  recoveryPhrase,
  solanaPrivateKey,
  stellarSeed,
  suiPrivateKey,
  tezosSecretKey,
];
