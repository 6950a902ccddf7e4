import { defineSecret } from '../define-secret.ts';

export const voyageApiKey = defineSecret({
  id: 'secrets/voyage-api-key',
  title: 'Voyage AI API key',
  provider: 'Voyage AI',
  shape: 'pa-<w43>',
  entropy: 4.4,
  opens: 'Spends the account’s quota for embeddings.',
  revoke: 'Delete it under dashboard.voyageai.com → API keys.',
  bad: [{ path: 'embed.py', code: 'vo = voyageai.Client(api_key="{secret}")' }],
  good: [
    { path: 'embed.py', code: 'vo = voyageai.Client()  # VOYAGE_API_KEY' },
    { path: 'page.html', code: '<div class="pa-navigation-list-item-with-a-very-long-name-ok"></div>' },
  ],
});
