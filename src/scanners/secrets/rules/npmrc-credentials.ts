import { defineSecret } from '../define-secret.ts';
import { drawPassword } from '../proof/draw.ts';
import { encodedPassword } from '../proof/encoded-password.ts';

export const npmrcCredentials = defineSecret({
  id: 'secrets/npmrc-credentials',
  title: 'Registry credentials in .npmrc',
  provider: 'npm',
  regex: {
    source: String.raw`(?<=[:\s"']|^)_(?:auth|password)\s{0,2}=\s{0,2}["']?(?<secret>[A-Za-z0-9+/]{8,600}={0,2})(?![\w+/=])`,
    literals: ['_auth', '_password'],
    lead: 0,
    maxLength: 620,
    sample: (random) => Buffer.from(`ci:${drawPassword(random)}`).toString('base64'),
  },
  proof: encodedPassword(true),
  distinctive: false,
  family: 'basic-credentials',
  opens: 'User and password of a registry, merely encoded: read private packages, publish new versions of them.',
  revoke: 'Change the password and set a token from the environment: `_authToken=${NPM_TOKEN}`.',
  references: ['https://docs.npmjs.com/cli/configuring-npm/npmrc'],
  bad: [
    { path: '.npmrc', code: '//npm.acme.io/:_auth={secret}\n' },
    { path: '.npmrc', code: '//npm.acme.io/:username=ci\n//npm.acme.io/:_password="{secret}"\n' },
  ],
  good: [{ path: '.npmrc', code: '//npm.acme.io/:_auth=${NPM_AUTH}\nalways-auth=true\n' }],
});
