import { defineSecret } from '../define-secret.ts';
import { drawText } from '../proof/draw.ts';

/** First digits of the accounts that Hardhat, Anvil and Ganache give everybody: public by design. */
const development = [
  'ac0974bec39a17',
  '59c6995e998f97',
  '5de4111afa1a4b',
  '7c852118294e51',
  '47e179ec197488',
  '8b3a350cf5c34c',
  '92db14e403b83d',
  '4bbbf85ce3377f',
  'dbda1821b80551',
  '2a871d0798f97d',
  '4f3edf983ac636',
  '6cbed15c793ce5',
  '6370fd033278c1',
  '646f1ce2fdad0e',
  'add53f9a7e588d',
].join('|');

export const ethereumPrivateKey = defineSecret({
  id: 'secrets/ethereum-private-key',
  title: 'Ethereum private key',
  provider: 'Ethereum',
  regex: {
    source: String.raw`(?:priv(?:ate)?[ _-]?key|new (?:ethers\.)?wallet|privatekeytoaccount|from_key|[a-z]_pk|(?:secret|deployer|owner|signer|operator|relayer|minter|wallet)_?key(?=[^\n]{1,30}0x))[\w-]{0,16}["'\`\])]{0,2}\s{0,8}[=:(,]{1,2}\s{0,8}[\[("'\`]{0,3}(?<secret>(?:0x)?(?!${development})[0-9a-f]{64})(?![0-9a-z])`,
    caseless: true,
    literals: [
      'priv',
      'wallet',
      'from_key',
      '_pk',
      'secret',
      'deployer',
      'owner',
      'signer',
      'operator',
      'relayer',
      'minter',
    ],
    lead: 14,
    maxLength: 150,
    sample: (random) => `0x${drawText(random, '0123456789abcdef', 64)}`,
  },
  entropy: 3.2,
  severity: 'critical',
  confidence: 'high',
  distinctive: false,
  opens: 'Signs as the account: transfers what it holds and uses the rights it has in contracts, such as an owner’s.',
  revoke:
    'Move funds and ownership to a new account at once; sign with a keystore, a hardware wallet or a key management service.',
  bad: [
    { path: '.env', code: 'DEPLOYER_PRIVATE_KEY={secret}' },
    { path: 'deploy.js', code: "const wallet = new ethers.Wallet('{secret}', provider);" },
  ],
  good: [
    { path: 'hardhat.config.js', code: 'accounts: [process.env.PRIVATE_KEY]' },
    { path: '.env.example', code: 'PRIVATE_KEY=0x0000000000000000000000000000000000000000000000000000000000000001' },
  ],
});
