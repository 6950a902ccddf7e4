import { defineContextSecret } from '../../define-context-secret.ts';

export const webflowToken = defineContextSecret({
  id: 'secrets/webflow-token',
  title: 'Webflow API token',
  provider: 'Webflow',
  shape: '<h64>',
  words: ['webflow'],
  variable: 'WEBFLOW_API_TOKEN',
  opens: 'It reads and publishes content and, with the scopes, code on the site.',
  revoke: 'Revoke it under Site settings → Apps & integrations and generate one with few scopes.',
});
