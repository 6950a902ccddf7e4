import { defineSecret } from '../define-secret.ts';
import { mnemonic } from '../proof/mnemonic.ts';

const sampleWords = [
  'orbit',
  'velvet',
  'canyon',
  'jungle',
  'mirror',
  'pepper',
  'saddle',
  'tunnel',
  'walnut',
  'glance',
  'hockey',
  'kitten',
];

export const recoveryPhrase = defineSecret({
  id: 'secrets/recovery-phrase',
  title: 'Wallet recovery phrase',
  provider: 'Bitcoin',
  regex: {
    source: String.raw`(?:mnemonic|seed[ _-]?(?:phrase|words)|(?:recovery|secret|backup|wallet)[ _-]?(?:phrase|words))[\w-]{0,16}["'\`\])]{0,2}\s{0,8}[=:(,]{1,2}\s{0,8}["'\`]?(?<secret>[a-z]{3,8}(?:[ ,]{1,2}[a-z]{3,8}){11,23})(?![ ,]{0,2}[A-Za-z])`,
    caseless: true,
    literals: ['mnemonic', 'phrase', 'words'],
    lead: 18,
    maxLength: 310,
    sample: (random) =>
      sampleWords
        .map((word) => ({ word, order: random() }))
        .sort((a, b) => a.order - b.order)
        .map(({ word }) => word)
        .join(' '),
  },
  proof: mnemonic(),
  severity: 'critical',
  confidence: 'high',
  opens: 'All keys of the wallet derive from the words: whoever reads them owns what it holds.',
  revoke:
    'Move the funds to a wallet with a new phrase at once; deploy from a hardware wallet or a key management service.',
  references: ['https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki'],
  bad: [
    { path: '.env', code: 'MNEMONIC="{secret}"' },
    { path: 'truffle-config.js', code: "const mnemonic = '{secret}';" },
  ],
  good: [
    { path: '.env.example', code: 'MNEMONIC="test test test test test test test test test test test junk"' },
    {
      path: 'guide.md',
      code: 'seed phrase: you should always keep it in a safe place and never give it away to other people',
    },
  ],
});
