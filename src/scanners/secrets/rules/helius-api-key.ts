import { defineSecret } from '../define-secret.ts';

export const heliusApiKey = defineSecret({
  id: 'secrets/helius-api-key',
  title: 'Helius API key',
  provider: 'Helius',
  shape: 'helius-rpc.com/?\\?api-key=^<uuid>',
  severity: 'medium',
  opens: 'Uses up the project’s request quota.',
  revoke: 'Rotate it in the Helius dashboard and restrict its origins.',
  bad: [{ path: '.env', code: 'RPC_URL=https://mainnet.helius-rpc.com/?api-key={secret}' }],
  good: [{ path: '.env', code: 'RPC_URL=https://mainnet.helius-rpc.com/?api-key=$HELIUS_KEY' }],
});
