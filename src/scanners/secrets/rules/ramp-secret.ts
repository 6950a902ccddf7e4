import { defineSecret } from '../define-secret.ts';

export const rampSecret = defineSecret({
  id: 'secrets/ramp-secret',
  title: 'Ramp client secret',
  provider: 'Ramp',
  shape: 'ramp_sec_<A48>',
  opens: 'Obtains tokens that read card transactions and manage cards of the business.',
  revoke: 'Rotate the secret in the app’s page under Company → Developer API.',
  bad: [{ path: 'ramp.py', code: 'CLIENT_SECRET = "{secret}"' }],
  good: [{ path: 'ramp.py', code: 'CLIENT_SECRET = vault.read("ramp")' }],
});
