import { defineContextSecret } from '../../define-context-secret.ts';

export const merakiApiKey = defineContextSecret({
  id: 'secrets/meraki-api-key',
  title: 'Cisco Meraki API key',
  provider: 'Cisco Meraki',
  shape: '<h40>',
  words: ['meraki'],
  variable: 'MERAKI_API_KEY',
  severity: 'critical',
  gitleaks: 'cisco-meraki-api-key',
  opens: 'It configures networks, firewalls and wireless of every organisation that the administrator manages.',
  revoke: 'Revoke it under My profile → API access and generate another.',
});
