import { defineSecret } from '../define-secret.ts';

export const thunderstoreToken = defineSecret({
  id: 'secrets/thunderstore-token',
  title: 'Thunderstore token',
  provider: 'Thunderstore',
  shape: 'tss_<w20-80>',
  entropy: 3.6,
  opens: 'Publishes mods in the team’s name to all who update.',
  revoke: 'Delete the service account under the team’s settings.',
  bad: [{ path: 'publish.yml', code: '  TCLI_AUTH_TOKEN: {secret}' }],
  good: [{ path: 'publish.yml', code: '  TCLI_AUTH_TOKEN: ${{ secrets.TCLI_AUTH_TOKEN }}' }],
});
