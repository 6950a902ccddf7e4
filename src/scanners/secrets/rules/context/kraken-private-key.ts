import { defineContextSecret } from '../../define-context-secret.ts';

export const krakenPrivateKey = defineContextSecret({
  id: 'secrets/kraken-private-key',
  title: 'Kraken API private key',
  provider: 'Kraken',
  shape: '<B86>==',
  words: ['kraken'],
  variable: 'KRAKEN_PRIVATE_KEY',
  entropy: 4,
  severity: 'critical',
  gitleaks: 'kraken-access-token',
  opens: 'It signs requests of the account: read balances and, with the permission, trade or withdraw funds.',
  revoke: 'Delete the key under Security → API and create one without withdrawal, limited to addresses.',
});
