import { defineSecret } from '../define-secret.ts';

export const hcaptchaSecret = defineSecret({
  id: 'secrets/hcaptcha-secret',
  title: 'hCaptcha secret',
  provider: 'hCaptcha',
  shape: 'ES_<h32>',
  severity: 'medium',
  opens: 'Validates, and so uses up, the site’s challenge answers.',
  revoke: 'Generate a new secret under Settings.',
  bad: [{ path: '.env', code: 'HCAPTCHA_SECRET={secret}' }],
  good: [{ path: '.env', code: 'HCAPTCHA_SECRET=' }],
});
