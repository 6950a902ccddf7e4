import { defineSecret } from '../define-secret.ts';

export const perplexityApiKey = defineSecret({
  id: 'secrets/perplexity-api-key',
  title: 'Perplexity API key',
  provider: 'Perplexity',
  shape: ['pplx-<A48>', 'pplx-<h56>'],
  gitleaks: 'perplexity-api-key',
  opens: 'Spends the account’s credits.',
  revoke: 'Delete it under Settings → API keys.',
  bad: [{ path: 'search.py', code: 'PPLX = "{secret}"' }],
  good: [{ path: 'search.py', code: 'PPLX = os.environ["PERPLEXITY_API_KEY"]' }],
});
