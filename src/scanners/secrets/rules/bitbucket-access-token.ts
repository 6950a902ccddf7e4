import { defineSecret } from '../define-secret.ts';
import { crctail } from '../proof/crc32-hex.ts';

export const bitbucketAccessToken = defineSecret({
  id: 'secrets/bitbucket-access-token',
  title: 'Bitbucket access token',
  provider: 'Atlassian Bitbucket',
  shape: 'ATCTT3xFfGN0<w80+>=<X8>',
  proof: crctail(false),
  opens:
    'A repository, project or workspace token: pushes code, merges pull requests, changes pipelines and their variables.',
  revoke: "Revoke it under the repository's, project's or workspace's Access tokens.",
  bad: [
    { path: 'clone.sh', code: 'git clone https://x-token-auth:{secret}@bitbucket.org/acme/shop.git' },
    { path: '.env', code: 'BITBUCKET_TOKEN={secret}' },
  ],
  good: [
    { path: 'clone.sh', code: 'git clone https://x-token-auth:$BITBUCKET_TOKEN@bitbucket.org/acme/shop.git' },
    { path: '.env', code: 'BITBUCKET_TOKEN=ATCTT3xFfGN0...' },
  ],
});
