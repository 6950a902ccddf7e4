import { defineSecret } from '../define-secret.ts';

export const entraRefreshToken = defineSecret({
  id: 'secrets/entra-refresh-token',
  title: 'Microsoft Entra refresh token',
  provider: 'Microsoft Entra',
  shape: '[01].A<w50-90>.Ag<w250+>',
  opens:
    "It yields access tokens for the user's Microsoft 365 and Azure resources for up to 90 days, renewed at each use.",
  revoke:
    "Revoke the user's sessions (Entra ID → Users → Revoke sessions) and delete the token cache that was committed.",
  bad: [
    { path: 'token.json', code: '{"refresh_token": "{secret}"}' },
    { path: '.env', code: 'GRAPH_REFRESH_TOKEN={secret}' },
  ],
  good: [
    { path: 'token.json', code: '{"refresh_token": "<refresh token>"}' },
    { path: 'versions.txt', code: '0.AlphaRelease.AgainAndAgain' },
  ],
});
