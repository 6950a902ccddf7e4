import type { SecretRule } from '../secret-rule.ts';
import { ageSecretKey } from './age-secret-key.ts';
import { javaKeystore } from './java-keystore.ts';
import { jsonWebKey } from './json-web-key.ts';
import { jsonWebToken } from './json-web-token.ts';
import { natsSeed } from './nats-seed.ts';
import { openvpnStaticKey } from './openvpn-static-key.ts';
import { pgpPrivateKey } from './pgp-private-key.ts';
import { pkcs12Key } from './pkcs12-key.ts';
import { privateKey } from './private-key.ts';
import { privateKeyDer } from './private-key-der.ts';
import { privateKeyHex } from './private-key-hex.ts';
import { puttyPrivateKey } from './putty-private-key.ts';
import { sigstorePrivateKey } from './sigstore-private-key.ts';
import { ssh2PrivateKey } from './ssh2-private-key.ts';
import { tsigKey } from './tsig-key.ts';
import { wireguardKey } from './wireguard-key.ts';

/** Private keys, key stores and signed tokens. */
export const keysRules: readonly SecretRule[] = [
  ageSecretKey,
  javaKeystore,
  jsonWebKey,
  jsonWebToken,
  natsSeed,
  openvpnStaticKey,
  pgpPrivateKey,
  pkcs12Key,
  privateKey,
  privateKeyDer,
  privateKeyHex,
  puttyPrivateKey,
  sigstorePrivateKey,
  ssh2PrivateKey,
  tsigKey,
  wireguardKey,
];
