import { defineSecret } from '../define-secret.ts';

export const iexCloudToken = defineSecret({
  id: 'secrets/iex-cloud-token',
  title: 'IEX Cloud token',
  provider: 'IEX',
  shape: 'T?sk_<h32>',
  entropy: 3,
  severity: 'medium',
  opens: 'Spends the account’s credits (the T marks the sandbox).',
  revoke: 'Rotate it in the console under API Tokens.',
  bad: [{ path: 'quotes.py', code: 'token = "{secret}"' }],
  good: [{ path: 'quotes.py', code: 'token = os.environ["IEX_TOKEN"]  # sk_…' }],
});
