import { defineSecret } from '../define-secret.ts';

export const stackhawkApiKey = defineSecret({
  id: 'secrets/stackhawk-api-key',
  title: 'StackHawk API key',
  provider: 'StackHawk',
  shape: 'hawk.<w20>.<w20>',
  entropy: 3.5,
  opens: "It reads the results of security scans and starts scans in the organisation's name.",
  revoke: 'Delete it under Settings → API keys.',
  bad: [{ path: '.env', code: 'HAWK_API_KEY={secret}' }],
  good: [
    { path: '.env', code: 'HAWK_API_KEY=hawk.xxx.yyy' },
    { path: 'a.js', code: 'hawk.client.header(uri, "GET")' },
  ],
});
