import { defineSecret } from '../define-secret.ts';

export const turnstileSecretKey = defineSecret({
  id: 'secrets/turnstile-secret-key',
  title: 'Cloudflare Turnstile secret',
  provider: 'Cloudflare',
  shape: '0x4AAAAAA<w27-29>',
  severity: 'medium',
  opens: 'Lets anyone validate, and so use up, the site’s challenge answers.',
  revoke: 'Rotate it under Turnstile → the widget → Settings.',
  bad: [{ path: '.env', code: 'TURNSTILE_SECRET_KEY={secret}' }],
  good: [{ path: '.env', code: 'TURNSTILE_SITE_KEY=0x4AAAAAAAB-public' }],
});
