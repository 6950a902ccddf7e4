import { defineContextSecret } from '../../define-context-secret.ts';

export const freshbooksToken = defineContextSecret({
  id: 'secrets/freshbooks-token',
  title: 'FreshBooks access token or client secret',
  provider: 'FreshBooks',
  shape: '<h64>',
  words: ['freshbooks'],
  variable: 'FRESHBOOKS_CLIENT_SECRET',
  gitleaks: 'freshbooks-access-token',
  opens: 'It reads and changes invoices, clients and payments of the connected business.',
  revoke: "Reset the secret on the app's page in FreshBooks' developer settings.",
});
