import { defineSecret } from '../define-secret.ts';

export const nvidiaApiKey = defineSecret({
  id: 'secrets/nvidia-api-key',
  title: 'NVIDIA API key',
  provider: 'NVIDIA',
  shape: 'nvapi-<w64>',
  opens: 'Calls hosted models and pulls NGC’s private images and models in the organisation’s name.',
  revoke: 'Delete it under org.ngc.nvidia.com → API Keys.',
  bad: [{ path: '.env', code: 'NVIDIA_API_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'NVIDIA_API_KEY=nvapi-…' }],
});
