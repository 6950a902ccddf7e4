import { defineSecret } from '../define-secret.ts';
import { crctail } from '../proof/crc32-hex.ts';

export const bitbucketAppPassword = defineSecret({
  id: 'secrets/bitbucket-app-password',
  title: 'Bitbucket app password',
  provider: 'Atlassian Bitbucket',
  shape: 'ATBB<A24><X8>',
  proof: crctail(false),
  opens: 'With the user name it clones, pushes and calls the API with the permissions it was given.',
  revoke:
    'Revoke it under Personal settings → App passwords and use an API token with scopes and an expiry; app passwords are being withdrawn.',
  bad: [
    { path: 'clone.sh', code: 'git clone https://ci-acme:{secret}@bitbucket.org/acme/shop.git' },
    { path: '.env', code: 'BITBUCKET_APP_PASSWORD={secret}' },
  ],
  good: [
    { path: 'clone.sh', code: 'git clone https://ci-acme:$APP_PASSWORD@bitbucket.org/acme/shop.git' },
    { path: '.env', code: 'BITBUCKET_APP_PASSWORD=ATBBxxxx' },
  ],
});
