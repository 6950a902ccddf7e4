import { defineSecret } from '../define-secret.ts';

export const blockfrostProjectId = defineSecret({
  id: 'secrets/blockfrost-project-id',
  title: 'Blockfrost project id',
  provider: 'Blockfrost',
  shape: '(mainnet|preprod|preview|testnet)<A32>',
  entropy: 4,
  severity: 'medium',
  opens: 'Uses up the project’s request quota.',
  revoke: 'Regenerate it in the Blockfrost dashboard.',
  bad: [{ path: '.env', code: 'BLOCKFROST_PROJECT_ID={secret}' }],
  good: [{ path: '.env.example', code: 'BLOCKFROST_PROJECT_ID=mainnet…' }],
});
