import { defineSecret } from '../define-secret.ts';

export const braveSearchKey = defineSecret({
  id: 'secrets/brave-search-key',
  title: 'Brave Search API key',
  provider: 'Brave',
  shape: 'BSA<w24-32>',
  near: { words: ['brave', 'x-subscription-token'], within: 60 },
  entropy: 3.6,
  confidence: 'high',
  opens: 'Spends the account’s search quota.',
  revoke: 'Delete it under api-dashboard.search.brave.com → API keys.',
  bad: [{ path: 'mcp.json', code: '"BRAVE_API_KEY": "{secret}"' }],
  good: [{ path: 'mcp.json', code: '"BRAVE_API_KEY": "${BRAVE_API_KEY}"' }],
});
