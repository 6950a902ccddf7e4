import { defineSecret } from '../define-secret.ts';

export const prefectApiKey = defineSecret({
  id: 'secrets/prefect-api-key',
  title: 'Prefect API key',
  provider: 'Prefect',
  shape: 'pnu_<A36>',
  gitleaks: 'prefect-api-token',
  opens: 'It reads and runs flows of the workspace, and reads blocks, which hold credentials.',
  revoke: 'Delete it under Settings → API keys; use service accounts for workers.',
  bad: [{ path: '.env', code: 'PREFECT_API_KEY={secret}' }],
  good: [
    { path: '.env', code: 'PREFECT_API_KEY=pnu_...' },
    { path: 'a.sh', code: 'prefect cloud login -k $PREFECT_API_KEY' },
  ],
});
