import { defineSecret } from '../define-secret.ts';

export const langfuseSecretKey = defineSecret({
  id: 'secrets/langfuse-secret-key',
  title: 'Langfuse secret key',
  provider: 'Langfuse',
  shape: 'sk-lf-<uuid>',
  opens: 'Reads all traces, which hold prompts and answers, and writes to the project.',
  revoke: 'Delete the key pair under Settings → API Keys.',
  bad: [{ path: '.env', code: 'LANGFUSE_SECRET_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'LANGFUSE_SECRET_KEY=sk-lf-…' }],
});
