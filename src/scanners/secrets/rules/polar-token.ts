import { defineSecret } from '../define-secret.ts';

export const polarToken = defineSecret({
  id: 'secrets/polar-token',
  title: 'Polar access token',
  provider: 'Polar',
  shape: 'polar_(at_[uo]|oat|pat|cs|rt_[uo])_<w20-100>',
  opens: 'Reads customers and orders and manages the products of the organisation.',
  revoke: 'Revoke it under Settings → Developers.',
  bad: [{ path: '.env', code: 'POLAR_ACCESS_TOKEN={secret}' }],
  good: [{ path: '.env.example', code: 'POLAR_ACCESS_TOKEN=polar_oat_' }],
});
