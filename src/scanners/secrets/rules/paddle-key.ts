import { defineSecret } from '../define-secret.ts';

export const paddleKey = defineSecret({
  id: 'secrets/paddle-key',
  title: 'Paddle API key',
  provider: 'Paddle',
  shape: 'pdl_(live|sdbx)_apikey_<l26>_<A22>_<A3>',
  opens: 'Reads customers, issues refunds and changes prices and subscriptions.',
  revoke: 'Revoke it under Developer tools → Authentication.',
  bad: [{ path: '.env', code: 'PADDLE_API_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'PADDLE_API_KEY=pdl_live_apikey_…' }],
});
