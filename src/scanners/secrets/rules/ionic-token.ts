import { defineSecret } from '../define-secret.ts';

export const ionicToken = defineSecret({
  id: 'secrets/ionic-token',
  title: 'Ionic token',
  provider: 'Ionic',
  shape: 'ion_<A42>',
  opens: 'Builds and deploys the apps of its owner.',
  revoke: 'Delete it under Personal settings → Access tokens.',
  bad: [{ path: 'ci.yml', code: '  IONIC_TOKEN: {secret}' }],
  good: [{ path: 'ci.yml', code: '  IONIC_TOKEN: $IONIC_TOKEN' }],
});
