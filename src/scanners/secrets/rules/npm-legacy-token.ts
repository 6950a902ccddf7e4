import { defineSecret } from '../define-secret.ts';

export const npmLegacyToken = defineSecret({
  id: 'secrets/npm-legacy-token',
  title: 'npm token (legacy form)',
  provider: 'npm',
  shape: '_authToken<s0-2>=<s0-2>("|\')?^<uuid>',
  entropy: 2.5,
  distinctive: true,
  family: 'npm-token',
  opens: 'It publishes packages as the user, or reads private ones from the registry that the line names.',
  revoke:
    'Revoke it on npmjs.com → Access tokens, or at the registry the line names, and use granular tokens or trusted publishing.',
  bad: [{ path: '.npmrc', code: '//registry.npmjs.org/:_authToken={secret}' }],
  good: [
    { path: '.npmrc', code: '//registry.npmjs.org/:_authToken=${NPM_TOKEN}' },
    { path: '.npmrc', code: '//registry.npmjs.org/:_authToken=00000000-0000-0000-0000-000000000000' },
  ],
});
