import { defineSecret } from '../define-secret.ts';
import { matrixChecksum } from '../proof/matrix-checksum.ts';

export const matrixAccessToken = defineSecret({
  id: 'secrets/matrix-access-token',
  title: 'Matrix access token',
  provider: 'Matrix',
  shape: ['sy[tr]_<[A-Za-z0-9+/=]2-80>_<a20>_<A6>', 'm[acr]t_<A30>_<A6>'],
  proof: matrixChecksum(),
  opens: 'Acts as the Matrix user or bridge it was issued for: reads its rooms and writes in its name.',
  revoke: 'Log the device out under Settings → Sessions, or revoke the token on the homeserver’s admin interface.',
  bad: [{ path: 'bridge.yaml', code: 'access_token: {secret}' }],
  good: [{ path: 'bridge.yaml', code: 'access_token: "{{ matrix_token }}"' }],
});
