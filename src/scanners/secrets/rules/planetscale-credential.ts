import { defineSecret } from '../define-secret.ts';

export const planetscaleCredential = defineSecret({
  id: 'secrets/planetscale-credential',
  title: 'PlanetScale token or password',
  provider: 'PlanetScale',
  shape: 'pscale_(tkn|oauth|pw)_<[\\w=.\\-]32-64>',
  gitleaks: 'planetscale-api-token',
  opens:
    'A password opens a database branch; a service or OAuth token manages databases, branches and deploy requests of the organisation.',
  revoke: 'Delete it under Settings → Passwords of the database, or Settings → Service tokens.',
  bad: [
    { path: '.env', code: 'DATABASE_URL="mysql://abc:{secret}@aws.connect.psdb.cloud/shop?sslaccept=strict"' },
    { path: '.env', code: 'PLANETSCALE_SERVICE_TOKEN={secret}' },
  ],
  good: [
    { path: '.env', code: 'PLANETSCALE_SERVICE_TOKEN=pscale_tkn_...' },
    { path: 'ci.yml', code: 'run: pscale deploy-request create shop $BRANCH' },
  ],
});
