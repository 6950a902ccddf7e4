import { defineSecret } from '../define-secret.ts';

export const liveblocksSecretKey = defineSecret({
  id: 'secrets/liveblocks-secret-key',
  title: 'Liveblocks secret key',
  provider: 'Liveblocks',
  shape: 'sk_(dev|prod)_<w50-80>',
  entropy: 4,
  opens: 'Opens every room and issues access tokens for any user.',
  revoke: 'Roll it under API keys.',
  bad: [{ path: 'auth.ts', code: "const liveblocks = new Liveblocks({ secret: '{secret}' });" }],
  good: [
    { path: 'auth.ts', code: 'const liveblocks = new Liveblocks({ secret: process.env.LIVEBLOCKS_SECRET_KEY! });' },
  ],
});
