import { defineSecret } from '../define-secret.ts';

export const firecrawlApiKey = defineSecret({
  id: 'secrets/firecrawl-api-key',
  title: 'Firecrawl API key',
  provider: 'Firecrawl',
  shape: 'fc-<h32>',
  entropy: 3,
  opens: 'Spends the account’s crawl credits.',
  revoke: 'Delete it under firecrawl.dev → API Keys.',
  bad: [{ path: '.env', code: 'FIRECRAWL_API_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'FIRECRAWL_API_KEY=fc-…' }],
});
