import { defineSecret } from '../define-secret.ts';

export const recaptchaSecret = defineSecret({
  id: 'secrets/recaptcha-secret',
  title: 'reCAPTCHA secret key',
  provider: 'Google',
  shape: '6L[abcdefghij]<w37>',
  near: { words: ['secret', 'private'], within: 40 },
  entropy: 3.4,
  severity: 'medium',
  distinctive: true,
  opens: 'Validates challenge answers in the site’s name.',
  revoke: 'Delete the key in the reCAPTCHA admin console and register the site again.',
  bad: [{ path: 'settings.py', code: 'RECAPTCHA_PRIVATE_KEY = "{secret}"' }],
  good: [{ path: 'settings.py', code: 'RECAPTCHA_PRIVATE_KEY = env("RECAPTCHA_PRIVATE_KEY")' }],
});
