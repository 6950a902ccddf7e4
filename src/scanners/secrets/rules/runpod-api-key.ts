import { defineSecret } from '../define-secret.ts';

export const runpodApiKey = defineSecret({
  id: 'secrets/runpod-api-key',
  title: 'RunPod API key',
  provider: 'RunPod',
  shape: 'rpa_<U40><A6>',
  opens: 'Starts GPU machines at the account’s cost and opens the existing ones.',
  revoke: 'Delete it under Settings → API Keys.',
  bad: [{ path: '.env', code: 'RUNPOD_API_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'RUNPOD_API_KEY=rpa_…' }],
});
