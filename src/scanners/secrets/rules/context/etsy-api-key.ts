import { defineContextSecret } from '../../define-context-secret.ts';

export const etsyApiKey = defineContextSecret({
  id: 'secrets/etsy-api-key',
  title: 'Etsy API keystring',
  provider: 'Etsy',
  shape: '<l24>',
  words: ['etsy'],
  variable: 'ETSY_API_KEY',
  severity: 'medium',
  gitleaks: 'etsy-access-token',
  opens: "It calls the API as the application, within its quota, and with a user's token reads and changes a shop.",
  revoke: 'Request another keystring under Your account → Apps on etsy.com/developers.',
});
