import { defineSecret } from '../define-secret.ts';

export const infuraProjectUrl = defineSecret({
  id: 'secrets/infura-project-url',
  title: 'Infura project key',
  provider: 'Infura',
  shape: 'infura.io/(ws/)?v3/^<h32>',
  entropy: 3,
  severity: 'medium',
  gitleaks: 'infura-api-key',
  opens: 'Uses up the project’s request quota; without an allow-list anyone may.',
  revoke: 'Rotate the key in the Infura dashboard and restrict origins or require the key’s secret.',
  bad: [{ path: 'hardhat.config.js', code: "url: 'https://mainnet.infura.io/v3/{secret}'" }],
  good: [{ path: 'hardhat.config.js', code: 'url: `https://mainnet.infura.io/v3/${process.env.INFURA_ID}`' }],
});
