import { defineSecret } from '../define-secret.ts';

export const lightdashToken = defineSecret({
  id: 'secrets/lightdash-token',
  title: 'Lightdash token',
  provider: 'Lightdash',
  shape: 'ldpat_<h32>',
  opens: 'Queries the warehouse with the rights of its owner.',
  revoke: 'Delete it under Personal access tokens.',
  bad: [{ path: '.env', code: 'LIGHTDASH_API_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'LIGHTDASH_API_KEY=ldpat_…' }],
});
