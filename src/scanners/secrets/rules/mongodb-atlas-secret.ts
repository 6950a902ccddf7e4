import { defineSecret } from '../define-secret.ts';

export const mongodbAtlasSecret = defineSecret({
  id: 'secrets/mongodb-atlas-secret',
  title: 'MongoDB Atlas service account secret',
  provider: 'MongoDB Atlas',
  shape: 'mdb_sa_sk_<w40>',
  opens:
    'With its client ID it administers the Atlas organisation or project: adds database users, opens the IP list, restores backups elsewhere.',
  revoke: 'Revoke the secret under Applications → Service accounts; secrets there can be rotated with an overlap.',
  bad: [{ path: '.env', code: 'MONGODB_ATLAS_CLIENT_SECRET={secret}' }],
  good: [
    { path: '.env', code: 'MONGODB_ATLAS_CLIENT_SECRET=mdb_sa_sk_...' },
    { path: 'main.tf', code: 'client_secret = var.atlas_secret' },
  ],
});
