import { defineSecret } from '../define-secret.ts';

export const linearApiKey = defineSecret({
  id: 'secrets/linear-api-key',
  title: 'Linear API key',
  provider: 'Linear',
  shape: ['lin_api_<A40>', 'lin_oauth_<h64>', 'lin_wh_<A24-48>'],
  gitleaks: 'linear-api-key',
  opens: 'Reads and changes issues, comments and attachments with the rights of its owner.',
  revoke: 'Revoke it under Settings → Security & access → API keys.',
  bad: [{ path: 'sync.ts', code: "const linear = new LinearClient({ apiKey: '{secret}' });" }],
  good: [{ path: 'sync.ts', code: 'const linear = new LinearClient({ apiKey: process.env.LINEAR_API_KEY });' }],
});
