import { defineSecret } from '../define-secret.ts';
import { drawPassword } from '../proof/draw.ts';

export const npmrcAuthToken = defineSecret({
  id: 'secrets/npmrc-auth-token',
  title: 'Registry token in .npmrc or Yarn’s configuration',
  provider: 'npm',
  regex: {
    source: String.raw`(?:_authToken\s{0,2}=|npmAuthToken["']?\s{0,2}[:=]|npmAuthIdent["']?\s{0,2}[:=])\s{0,2}["']?(?<secret>[\w.+/:=~-]{8,2000})`,
    literals: ['_authToken', 'npmAuthToken', 'npmAuthIdent'],
    lead: 0,
    maxLength: 2040,
    sample: drawPassword,
  },
  distinctive: false,
  opens: 'Reads the registry’s private packages and, if it may publish, ships code to everybody who installs them.',
  revoke: 'Revoke the token at the registry and set it from the environment: `_authToken=${NPM_TOKEN}`.',
  references: ['https://yarnpkg.com/configuration/yarnrc#npmAuthToken'],
  bad: [
    { path: '.npmrc', code: '//npm.pkg.acme.io/:_authToken={secret}\n' },
    { path: '.yarnrc.yml', code: 'npmAuthToken: "{secret}"\n' },
  ],
  good: [
    { path: '.npmrc', code: '//npm.pkg.acme.io/:_authToken=${NPM_TOKEN}\n' },
    { path: '.yarnrc.yml', code: 'npmAuthToken: "${NPM_TOKEN:-}"\n' },
  ],
});
