import { defineSecret } from '../define-secret.ts';

export const hubspotToken = defineSecret({
  id: 'secrets/hubspot-token',
  title: 'HubSpot private app token',
  provider: 'HubSpot',
  shape: 'pat-(na|eu|ap)<d1>-<uuid>',
  gitleaks: 'hubspot-api-key',
  opens: 'Reads and changes the CRM’s contacts, deals and files within the app’s scopes.',
  revoke: 'Rotate and expire it at once under Settings → Integrations → Private apps.',
  bad: [{ path: 'crm.js', code: "const hubspot = new Client({ accessToken: '{secret}' });" }],
  good: [{ path: 'crm.js', code: 'const hubspot = new Client({ accessToken: process.env.HUBSPOT_TOKEN });' }],
});
