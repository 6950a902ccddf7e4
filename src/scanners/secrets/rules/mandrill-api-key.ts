import { defineSecret } from '../define-secret.ts';

export const mandrillApiKey = defineSecret({
  id: 'secrets/mandrill-api-key',
  title: 'Mandrill API key',
  provider: 'Mailchimp',
  shape: 'md-<w22>',
  near: ['mandrill', 'mailchimp', 'smtp', 'transactional'],
  entropy: 3.6,
  opens: 'Sends transactional mail from the verified domains.',
  revoke: 'Disable it under Mandrill → Settings → SMTP & API info and create a key limited to sending.',
  bad: [{ path: '.env', code: 'MANDRILL_APIKEY={secret}' }],
  good: [{ path: '.env.example', code: 'MANDRILL_APIKEY=md-your-key' }],
});
