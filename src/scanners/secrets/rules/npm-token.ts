import { defineSecret } from '../define-secret.ts';
import { crc62 } from '../proof/crc62.ts';

export const npmToken = defineSecret({
  id: 'secrets/npm-token',
  title: 'npm access token',
  provider: 'npm',
  shape: 'npms?_<A36-48>',
  proof: crc62(),
  severity: 'critical',
  gitleaks: 'npm-access-token',
  opens:
    'It publishes new versions of the packages it covers, which run on the machines of everyone who installs them.',
  revoke:
    'Revoke it under Access tokens on npmjs.com (npm token revoke) and check what was published. Publish by trusted publishing (OIDC) with provenance.',
  bad: [
    { path: '.npmrc', code: '//registry.npmjs.org/:_authToken={secret}' },
    { path: 'ci.yml', code: 'NPM_TOKEN: {secret}' },
  ],
  good: [
    { path: '.npmrc', code: '//registry.npmjs.org/:_authToken=${NPM_TOKEN}' },
    { path: 'README.md', code: 'NPM_TOKEN=npm_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' },
    { path: 'env.sh', code: 'npm_config_registry=https://registry.npmjs.org' },
  ],
});
