import { defineContextSecret } from '../../define-context-secret.ts';

export const zendeskToken = defineContextSecret({
  id: 'secrets/zendesk-token',
  title: 'Zendesk API token',
  provider: 'Zendesk',
  shape: '<A40>',
  words: ['zendesk'],
  variable: 'ZENDESK_API_TOKEN',
  entropy: 3.5,
  severity: 'critical',
  gitleaks: 'zendesk-secret-key',
  opens: "With any agent's address it acts as that agent: reads tickets with customers' data and answers them.",
  revoke: 'Delete it under Admin Center → Apps and integrations → APIs and use OAuth clients with scopes.',
});
