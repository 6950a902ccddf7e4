import { defineSecret } from '../define-secret.ts';

export const brevoApiKey = defineSecret({
  id: 'secrets/brevo-api-key',
  title: 'Brevo API or SMTP key',
  provider: 'Brevo',
  shape: ['xkeysib-<h64>-<A16>', 'xsmtpsib-<h64>-<A16>'],
  gitleaks: 'sendinblue-api-token',
  opens: 'Sends mail and SMS from the account and exports its contacts.',
  revoke: 'Delete it under Brevo → Settings → SMTP & API and create a new one for the secret store.',
  bad: [{ path: 'mail.ts', code: "apiKey.apiKey = '{secret}';" }],
  good: [{ path: 'mail.ts', code: 'apiKey.apiKey = process.env.BREVO_API_KEY;' }],
});
