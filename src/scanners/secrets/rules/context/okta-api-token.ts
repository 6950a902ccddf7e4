import { defineContextSecret } from '../../define-context-secret.ts';

export const oktaApiToken = defineContextSecret({
  id: 'secrets/okta-api-token',
  title: 'Okta API token',
  provider: 'Okta',
  shape: '00<w40>',
  words: ['okta', 'ssws'],
  variable: 'OKTA_API_TOKEN',
  entropy: 3.8,
  severity: 'critical',
  gitleaks: 'okta-access-token',
  opens:
    'It acts as the administrator who made it: resets passwords and factors, adds users to groups, changes applications.',
  revoke: 'Revoke it under Security → API → Tokens and use OAuth service apps with scopes, bound to a network zone.',
});
