import { defineContextSecret } from '../../define-context-secret.ts';

export const bitbucketOauthSecret = defineContextSecret({
  id: 'secrets/bitbucket-oauth-secret',
  title: 'Bitbucket OAuth consumer secret',
  provider: 'Atlassian Bitbucket',
  shape: '<w32>',
  words: ['bitbucket'],
  variable: 'BITBUCKET_CLIENT_SECRET',
  entropy: 3.5,
  gitleaks: 'bitbucket-client-secret',
  opens: 'With its key it obtains tokens as the OAuth consumer, with the permissions of the workspace that owns it.',
  revoke: 'Delete the consumer under Workspace settings → OAuth consumers and create another.',
});
