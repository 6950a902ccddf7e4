import { defineSecret } from '../define-secret.ts';

export const backblazeApplicationKey = defineSecret({
  id: 'secrets/backblaze-application-key',
  title: 'Backblaze application key',
  provider: 'Backblaze',
  shape: 'K00<d1><B27>',
  near: { words: ['b2_', 'b2-', 'backblaze', 'application_key', 'applicationkey', 'application-key'], within: 60 },
  entropy: 3.8,
  confidence: 'high',
  opens: 'Reads and writes the buckets that the key was made for, often all of them with the backups in them.',
  revoke: 'Delete it under Account → Application Keys and create one for a single bucket.',
  bad: [{ path: '.env', code: 'B2_APPLICATION_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'B2_APPLICATION_KEY=K00…' }],
});
