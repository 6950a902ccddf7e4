import { defineSecret } from '../define-secret.ts';

export const falApiKey = defineSecret({
  id: 'secrets/fal-api-key',
  title: 'fal key',
  provider: 'fal',
  shape: '<uuid>:<h32>',
  near: { words: ['fal_', 'fal-', 'fal.', 'falai'], within: 40 },
  confidence: 'high',
  distinctive: true,
  opens: 'Runs models at the account’s cost and reads its request history.',
  revoke: 'Delete it under fal.ai → Keys.',
  bad: [{ path: '.env', code: 'FAL_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'FAL_KEY=' }],
});
