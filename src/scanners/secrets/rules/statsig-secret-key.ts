import { defineSecret } from '../define-secret.ts';

export const statsigSecretKey = defineSecret({
  id: 'secrets/statsig-secret-key',
  title: 'Statsig server secret',
  provider: 'Statsig',
  shape: 'secret-<A40-50>',
  entropy: 4,
  opens: 'Reads the rules of all feature gates and experiments of the project and logs events to it.',
  revoke: 'Rotate it under Settings → Keys & Environments.',
  bad: [{ path: '.env', code: 'STATSIG_SERVER_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'STATSIG_SERVER_KEY=secret-…' }],
});
