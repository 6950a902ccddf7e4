import { defineSecret } from '../define-secret.ts';

export const teamsWebhook = defineSecret({
  id: 'secrets/teams-webhook',
  title: 'Microsoft Teams webhook',
  provider: 'Microsoft',
  shape: [
    'webhook.office.com/webhookb2/<uuid>@<uuid>/IncomingWebhook/<h32>/<uuid>(/<w20-60>)?',
    'outlook.office.com/webhook/<uuid>@<uuid>/IncomingWebhook/<h32>/<uuid>',
  ],
  severity: 'medium',
  gitleaks: 'microsoft-teams-webhook',
  opens: 'Whoever knows the address posts cards into the channel, with links that colleagues trust.',
  revoke:
    'Remove the connector from the channel (Manage channel → Connectors or Workflows) and create a new one kept as a secret.',
  bad: [{ path: 'pipeline.yml', code: '    TEAMS_URL: https://acme.{secret}' }],
  good: [{ path: 'pipeline.yml', code: '    TEAMS_URL: $(TeamsWebhookUrl)' }],
});
