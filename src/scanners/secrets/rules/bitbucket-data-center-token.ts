import { defineSecret } from '../define-secret.ts';
import { numberedToken } from '../proof/numbered-token.ts';

export const bitbucketDataCenterToken = defineSecret({
  id: 'secrets/bitbucket-data-center-token',
  title: 'Bitbucket Data Center access token',
  provider: 'Atlassian Bitbucket',
  shape: 'BBDC-<B44>',
  proof: numberedToken(),
  opens: "It clones, pushes and administers with the user's or repository's rights on the self-hosted server.",
  revoke: 'Revoke it under Manage account → HTTP access tokens and create one with an expiry.',
  bad: [
    { path: '.env', code: 'BITBUCKET_TOKEN={secret}' },
    { path: 'call.sh', code: 'curl -H "Authorization: Bearer {secret}" https://git.acme.io/rest/api/1.0/projects' },
  ],
  good: [
    {
      path: 'call.sh',
      code: 'curl -H "Authorization: Bearer $BITBUCKET_TOKEN" https://git.acme.io/rest/api/1.0/projects',
    },
    { path: '.env', code: 'BITBUCKET_TOKEN=BBDC-<token>' },
  ],
});
