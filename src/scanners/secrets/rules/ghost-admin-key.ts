import { defineSecret } from '../define-secret.ts';

export const ghostAdminKey = defineSecret({
  id: 'secrets/ghost-admin-key',
  title: 'Ghost Admin API key',
  provider: 'Ghost',
  shape: '<h24>:<h64>',
  near: { words: ['ghost', 'admin_api', 'admin-api', 'adminapi', 'admin_key'], within: 40 },
  entropy: 3,
  confidence: 'high',
  distinctive: true,
  opens: 'Publishes posts and manages members and themes of the site.',
  revoke: 'Regenerate it under Settings → Integrations.',
  bad: [{ path: '.env', code: 'GHOST_ADMIN_API_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'GHOST_ADMIN_API_KEY=' }],
});
