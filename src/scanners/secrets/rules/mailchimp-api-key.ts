import { defineSecret } from '../define-secret.ts';

export const mailchimpApiKey = defineSecret({
  id: 'secrets/mailchimp-api-key',
  title: 'Mailchimp API key',
  provider: 'Mailchimp',
  shape: '<h32>-us<d1-2>',
  gitleaks: 'mailchimp-api-key',
  opens: 'Reads and exports all audiences (names, addresses) and sends campaigns in the company’s name.',
  revoke: 'Revoke it under Account → Extras → API keys, then load a new one from a secret store.',
  bad: [{ path: 'config.php', code: "define('MC_KEY', '{secret}');" }],
  good: [{ path: 'config.php', code: "define('MC_KEY', getenv('MAILCHIMP_API_KEY')); // ends in -us21" }],
});
