import { defineSecret } from '../define-secret.ts';

export const sendgridApiKey = defineSecret({
  id: 'secrets/sendgrid-api-key',
  title: 'SendGrid API key',
  provider: 'Twilio',
  shape: 'SG.<w22>.<w43>',
  severity: 'critical',
  gitleaks: 'sendgrid-api-token',
  opens:
    'Mail from the verified domains, ready for phishing that passes SPF and DKIM; with full access also contacts and templates.',
  revoke: 'Delete the key under Settings → API Keys and create one with only “Mail Send” for the secret store.',
  bad: [{ path: 'mailer.js', code: "sgMail.setApiKey('{secret}');" }],
  good: [{ path: 'mailer.js', code: 'sgMail.setApiKey(process.env.SENDGRID_API_KEY);' }],
});
