import { defineSecret } from '../define-secret.ts';

export const cursorApiKey = defineSecret({
  id: 'secrets/cursor-api-key',
  title: 'Cursor API key',
  provider: 'Cursor',
  shape: 'key_<h64>',
  near: ['cursor', 'api', 'key', 'token', 'bearer'],
  entropy: 3.2,
  confidence: 'medium',
  opens: 'Starts agents on the team’s repositories and reads its usage and members.',
  revoke: 'Revoke it under cursor.com/dashboard → API Keys.',
  bad: [{ path: '.env', code: 'CURSOR_API_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'CURSOR_API_KEY=key_…' }],
});
