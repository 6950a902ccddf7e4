import { defineSecret } from '../define-secret.ts';

export const mailgunPrivateKey = defineSecret({
  id: 'secrets/mailgun-private-key',
  title: 'Mailgun private key',
  provider: 'Mailgun',
  shape: '<h32>-<h8>-<h8>',
  near: { words: ['mailgun', 'mg_', 'api_key', 'apikey', 'api-key', 'api:'], within: 40 },
  entropy: 3,
  confidence: 'high',
  gitleaks: 'mailgun-signing-key',
  opens: 'The account’s private key: sends mail from all domains, reads stored messages, changes routes.',
  revoke: 'Roll the key under Mailgun → API Security and use a domain sending key instead.',
  bad: [{ path: '.env', code: 'MAILGUN_API_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'MAILGUN_API_KEY=' }],
});
