import { defineSecret } from '../define-secret.ts';

export const cozeToken = defineSecret({
  id: 'secrets/coze-token',
  title: 'Coze personal access token',
  provider: 'Coze',
  shape: 'pat_<A64>',
  entropy: 4,
  opens: 'Runs and changes the bots and workflows of its owner.',
  revoke: 'Delete it under coze.com → API → Personal Access Tokens.',
  bad: [{ path: '.env', code: 'COZE_API_TOKEN={secret}' }],
  good: [{ path: '.env.example', code: 'COZE_API_TOKEN=pat_…' }],
});
