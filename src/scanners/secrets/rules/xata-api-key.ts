import { defineSecret } from '../define-secret.ts';

export const xataApiKey = defineSecret({
  id: 'secrets/xata-api-key',
  title: 'Xata API key',
  provider: 'Xata',
  shape: 'xau_<A43>',
  opens: 'Reads and changes all databases of its owner.',
  revoke: 'Delete it under Account settings → API keys.',
  bad: [{ path: '.env', code: 'XATA_API_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'XATA_API_KEY=xau_…' }],
});
