import { defineSecret } from '../define-secret.ts';

export const inngestSigningKey = defineSecret({
  id: 'secrets/inngest-signing-key',
  title: 'Inngest signing key',
  provider: 'Inngest',
  shape: 'signkey-(prod|test|branch)-<h64>',
  opens: 'Lets its holder call the app’s functions as Inngest would.',
  revoke: 'Rotate it under Manage → Signing key.',
  bad: [{ path: '.env', code: 'INNGEST_SIGNING_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'INNGEST_SIGNING_KEY=signkey-prod-…' }],
});
