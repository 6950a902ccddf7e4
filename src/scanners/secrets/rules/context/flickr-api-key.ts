import { defineContextSecret } from '../../define-context-secret.ts';

export const flickrApiKey = defineContextSecret({
  id: 'secrets/flickr-api-key',
  title: 'Flickr API key',
  provider: 'Flickr',
  shape: '<h32>',
  words: ['flickr'],
  variable: 'FLICKR_API_KEY',
  severity: 'medium',
  gitleaks: 'flickr-access-token',
  opens: 'It calls the API as the application, within its quota; with the secret it signs users in.',
  revoke: "Delete the app in Flickr's App Garden and create another.",
});
