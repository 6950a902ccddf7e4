import { defineSecret } from '../define-secret.ts';

export const dbtCloudToken = defineSecret({
  id: 'secrets/dbt-cloud-token',
  title: 'dbt Cloud token',
  provider: 'dbt Labs',
  shape: 'dbt[cu]_<[\\w=-]35-80>',
  opens: 'Runs jobs and reads the account’s metadata and connections.',
  revoke: 'Delete it under Account settings → API tokens.',
  bad: [{ path: '.env', code: 'DBT_CLOUD_API_TOKEN={secret}' }],
  good: [{ path: '.env.example', code: 'DBT_CLOUD_API_TOKEN=dbtc_…' }],
});
