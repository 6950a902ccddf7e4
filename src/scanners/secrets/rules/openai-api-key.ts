import { defineSecret } from '../define-secret.ts';

export const openaiApiKey = defineSecret({
  id: 'secrets/openai-api-key',
  title: 'OpenAI API key',
  provider: 'OpenAI',
  shape: 'sk-(proj-|svcacct-|admin-|None-)?<w20-80>T3BlbkFJ<w20-80>',
  severity: 'critical',
  gitleaks: 'openai-api-key',
  opens:
    'Spends the organisation’s money, reads its files, threads and fine-tuned models; an admin key also manages its members and keys.',
  revoke:
    'Delete it under platform.openai.com → API keys and use a project key with restricted permissions from a secret store.',
  bad: [
    { path: 'chat.py', code: 'client = OpenAI(api_key="{secret}")' },
    { path: '.env', code: 'OPENAI_API_KEY={secret}' },
  ],
  good: [
    { path: 'chat.py', code: 'client = OpenAI()  # reads OPENAI_API_KEY' },
    { path: '.env.example', code: 'OPENAI_API_KEY=sk-proj-...' },
  ],
});
