import { defineSecret } from '../define-secret.ts';

export const intercomAccessToken = defineSecret({
  id: 'secrets/intercom-access-token',
  title: 'Intercom access token',
  provider: 'Intercom',
  shape: 'dG9rO<B54-56>=',
  gitleaks: 'intercom-api-key',
  opens: 'Reads all conversations and contacts of the workspace and replies in its name.',
  revoke: 'Regenerate the token in the app’s Authentication page of the Intercom Developer Hub.',
  bad: [{ path: 'export.rb', code: 'Intercom::Client.new(token: "{secret}")' }],
  good: [{ path: 'export.rb', code: 'Intercom::Client.new(token: ENV["INTERCOM_TOKEN"])' }],
});
