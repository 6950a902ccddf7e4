import { defineSecret } from '../define-secret.ts';

export const tavilyApiKey = defineSecret({
  id: 'secrets/tavily-api-key',
  title: 'Tavily API key',
  provider: 'Tavily',
  shape: 'tvly-(dev-|prod-)?<A32-40>',
  opens: 'Spends the account’s search credits.',
  revoke: 'Delete it under app.tavily.com → API Keys.',
  bad: [{ path: '.env', code: 'TAVILY_API_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'TAVILY_API_KEY=tvly-…' }],
});
