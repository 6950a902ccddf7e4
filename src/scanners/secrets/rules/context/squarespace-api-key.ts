import { defineContextSecret } from '../../define-context-secret.ts';

export const squarespaceApiKey = defineContextSecret({
  id: 'secrets/squarespace-api-key',
  title: 'Squarespace API key',
  provider: 'Squarespace',
  shape: '<uuid>',
  words: ['squarespace'],
  variable: 'SQUARESPACE_API_KEY',
  entropy: 2.9,
  gitleaks: 'squarespace-access-token',
  opens: 'It reads orders and customers of the shop and changes its inventory.',
  revoke: 'Delete it under Settings → Developer API keys and generate one with few permissions.',
});
