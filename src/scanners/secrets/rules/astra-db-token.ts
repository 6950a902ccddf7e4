import { defineSecret } from '../define-secret.ts';

export const astraDbToken = defineSecret({
  id: 'secrets/astra-db-token',
  title: 'DataStax Astra DB token',
  provider: 'DataStax Astra',
  shape: 'AstraCS:<A20-60>(:<h64>)?',
  opens:
    'It reads, writes and drops data with the roles it was generated for, often those of an organisation administrator.',
  revoke: 'Delete it under Tokens in the Astra portal and generate one for a single database with a custom role.',
  bad: [
    { path: '.env', code: 'ASTRA_DB_APPLICATION_TOKEN={secret}' },
    { path: 'app.py', code: 'DataAPIClient("{secret}")' },
  ],
  good: [
    { path: 'app.py', code: 'DataAPIClient(os.environ["ASTRA_DB_APPLICATION_TOKEN"])' },
    { path: '.env', code: 'ASTRA_DB_APPLICATION_TOKEN=AstraCS:...' },
  ],
});
