import { defineSecret } from '../define-secret.ts';
import { drawText } from '../proof/draw.ts';

export const ethereumKeystore = defineSecret({
  id: 'secrets/ethereum-keystore',
  title: 'Ethereum key store file',
  provider: 'Ethereum',
  regex: {
    source: String.raw`"ciphertext"\s{0,4}:\s{0,4}"(?=[^{}]{60,160}"(?:cipherparams|kdf|cipher)")(?<secret>[0-9a-f]{64})"`,
    literals: ['"ciphertext"'],
    maxLength: 100,
    sample: (random) => drawText(random, '0123456789abcdef', 64),
  },
  severity: 'medium',
  opens: 'The account’s private key behind a password that can be guessed offline.',
  revoke: 'Move funds and ownership to a new account; deliver key stores at deployment from a secret store.',
  bad: [
    {
      path: 'keystore/UTC--2024',
      code: '{"address":"00","crypto":{"cipher":"aes-128-ctr","cipherparams":{"iv":"83dbcc02d8ccb40e"},"ciphertext":"{secret}","kdf":"scrypt"},"version":3}',
    },
  ],
  good: [{ path: 'crypto.json', code: '{"cipher": "aes-128-ctr", "ciphertext": "…"}' }],
});
