import { defineSecret } from '../define-secret.ts';
import { encodeBase58 } from '../proof/base58.ts';
import { drawBytes } from '../proof/draw.ts';

export const solanaPrivateKey = defineSecret({
  id: 'secrets/solana-private-key',
  title: 'Solana or NEAR private key',
  provider: 'Solana',
  regex: {
    source: String.raw`(?:(?:priv(?:ate)?|secret)[ _-]?key|phantom|solana|bs58\.decode|base58(?:_|\.)?(?:decode|string)|keypair|wallet)[\w.-]{0,24}["'\`\])]{0,2}\s{0,8}[=:(,]{1,2}\s{0,8}["'\`(]{0,2}(?<secret>(?:ed25519:)?[1-9A-HJ-NP-Za-km-z]{86,88})(?![\w+/=])`,
    caseless: true,
    literals: ['priv', 'secret', 'phantom', 'solana', 'bs58', 'base58', 'keypair', 'wallet'],
    lead: 14,
    maxLength: 170,
    sample: (random) => encodeBase58(Buffer.concat([Buffer.from([200]), drawBytes(random, 63)])),
  },
  entropy: 4.8,
  severity: 'critical',
  distinctive: false,
  opens: 'Signs for the account: transfers everything it holds and upgrades the programs it owns.',
  revoke: 'Move funds and authorities to a new key at once; keep it in a wallet or a key management service.',
  bad: [
    { path: '.env', code: 'SOLANA_PRIVATE_KEY={secret}' },
    { path: 'bot.ts', code: "const wallet = Keypair.fromSecretKey(bs58.decode('{secret}'));" },
  ],
  good: [{ path: 'bot.ts', code: 'const wallet = Keypair.fromSecretKey(bs58.decode(process.env.KEY));' }],
});
