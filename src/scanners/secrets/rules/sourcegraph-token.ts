import { defineSecret } from '../define-secret.ts';

export const sourcegraphToken = defineSecret({
  id: 'secrets/sourcegraph-token',
  title: 'Sourcegraph access token',
  provider: 'Sourcegraph',
  shape: 'sgp_((<H16>|local)_)?<H40>',
  gitleaks: 'sourcegraph-access-token',
  opens: 'It searches and reads all code that the user may read.',
  revoke: 'Delete it under Settings → Access tokens.',
  bad: [{ path: '.env', code: 'SRC_ACCESS_TOKEN={secret}' }],
  good: [
    { path: '.env', code: 'SRC_ACCESS_TOKEN=sgp_local_xxx' },
    { path: 'a.sh', code: 'src login https://sourcegraph.acme.io' },
  ],
});
