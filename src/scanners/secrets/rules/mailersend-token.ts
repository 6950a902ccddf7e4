import { defineSecret } from '../define-secret.ts';

export const mailersendToken = defineSecret({
  id: 'secrets/mailersend-token',
  title: 'MailerSend API token',
  provider: 'MailerSend',
  shape: 'mlsn.<A30-100>',
  opens: 'Sends mail from the verified domains and reads their activity.',
  revoke: 'Delete the token under Domains → Manage → API tokens and create one with sending access only.',
  bad: [{ path: '.env', code: 'MAILERSEND_API_KEY="{secret}"' }],
  good: [{ path: '.env', code: 'MAILERSEND_API_KEY="mlsn.…"' }],
});
