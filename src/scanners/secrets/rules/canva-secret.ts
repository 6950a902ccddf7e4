import { defineSecret } from '../define-secret.ts';

export const canvaSecret = defineSecret({
  id: 'secrets/canva-secret',
  title: 'Canva client secret',
  provider: 'Canva',
  shape: 'cnvca<w51>',
  opens: 'Lets its holder pose as the integration and exchange authorisation codes for users’ tokens.',
  revoke: 'Generate a new secret on the integration’s Configuration page.',
  bad: [{ path: '.env', code: 'CANVA_CLIENT_SECRET={secret}' }],
  good: [{ path: '.env', code: 'CANVA_CLIENT_SECRET=' }],
});
