import { defineContextSecret } from '../../define-context-secret.ts';

export const bitlyToken = defineContextSecret({
  id: 'secrets/bitly-token',
  title: 'Bitly access token',
  provider: 'Bitly',
  shape: '<h40>',
  words: ['bitly', 'bit_ly'],
  variable: 'BITLY_ACCESS_TOKEN',
  opens: 'It creates and redirects short links of the account: people who trust them land elsewhere.',
  revoke: 'Revoke it under Settings → API in Bitly and generate another.',
});
