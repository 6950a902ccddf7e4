import { defineSecret } from '../define-secret.ts';

export const quicknodeUrl = defineSecret({
  id: 'secrets/quicknode-url',
  title: 'QuickNode endpoint',
  provider: 'QuickNode',
  shape: 'quiknode.pro/^<h40>',
  severity: 'medium',
  opens: 'Uses up the endpoint’s quota.',
  revoke: 'Roll the token on the endpoint’s Security page.',
  bad: [{ path: '.env', code: 'RPC_URL=https://dark-cold-sun.solana-mainnet.quiknode.pro/{secret}/' }],
  good: [{ path: '.env', code: 'RPC_URL=https://dark-cold-sun.solana-mainnet.quiknode.pro/$QN_TOKEN/' }],
});
