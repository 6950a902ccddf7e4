import { defineSecret } from '../define-secret.ts';

export const alchemyUrl = defineSecret({
  id: 'secrets/alchemy-url',
  title: 'Alchemy key',
  provider: 'Alchemy',
  shape: 'g.alchemy.com/(nft/)?v[23]/^<w21-33>',
  entropy: 3.4,
  severity: 'medium',
  opens: 'Uses up the app’s request quota.',
  revoke: 'Rotate the key in the Alchemy dashboard and set an allow-list.',
  bad: [{ path: 'foundry.toml', code: 'mainnet = "https://eth-mainnet.g.alchemy.com/v2/{secret}"' }],
  good: [{ path: 'foundry.toml', code: 'mainnet = "https://eth-mainnet.g.alchemy.com/v2/${ALCHEMY_KEY}"' }],
});
