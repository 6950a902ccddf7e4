import { defineSecret } from '../define-secret.ts';

export const n8nApiKey = defineSecret({
  id: 'secrets/n8n-api-key',
  title: 'n8n API key',
  provider: 'n8n',
  shape: 'n8n_api_<h80>',
  opens: 'Creates and changes workflows, which hold the credentials of other systems and run code.',
  revoke: 'Delete it under Settings → n8n API.',
  bad: [{ path: 'backup.sh', code: 'curl -H "X-N8N-API-KEY: {secret}" https://n8n.acme.io/api/v1/workflows' }],
  good: [{ path: 'backup.sh', code: 'curl -H "X-N8N-API-KEY: $N8N_KEY" https://n8n.acme.io/api/v1/workflows' }],
});
