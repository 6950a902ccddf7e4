import { defineSecret } from '../define-secret.ts';

export const langsmithApiKey = defineSecret({
  id: 'secrets/langsmith-api-key',
  title: 'LangSmith API key',
  provider: 'LangChain',
  shape: ['lsv2_(pt|sk)_<h32>_<h10>', 'ls__<h32>'],
  opens: 'Reads all traces, which hold prompts and answers, and the data sets of the workspace.',
  revoke: 'Delete it under Settings → API Keys.',
  bad: [{ path: '.env', code: 'LANGCHAIN_API_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'LANGCHAIN_API_KEY=lsv2_pt_…' }],
});
