import { defineSecret } from '../define-secret.ts';

export const socketApiKey = defineSecret({
  id: 'secrets/socket-api-key',
  title: 'Socket API key',
  provider: 'Socket',
  shape: 'sktsec_<w30-70>_api',
  opens: 'Reads the organisation’s dependency reports and changes its policy.',
  revoke: 'Revoke it under Settings → API Tokens.',
  bad: [{ path: '.env', code: 'SOCKET_SECURITY_API_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'SOCKET_SECURITY_API_KEY=' }],
});
