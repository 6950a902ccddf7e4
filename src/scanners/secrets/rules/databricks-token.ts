import { defineSecret } from '../define-secret.ts';

export const databricksToken = defineSecret({
  id: 'secrets/databricks-token',
  title: 'Databricks personal access token',
  provider: 'Databricks',
  shape: 'dapi<h32>(-<d>)?',
  gitleaks: 'databricks-api-token',
  opens: 'It acts as the user in the workspace: runs code on clusters, reads tables and the secrets that jobs see.',
  revoke:
    'Revoke it under User settings → Developer → Access tokens. Use OAuth of a service principal or workload identity federation.',
  bad: [
    { path: '.env', code: 'DATABRICKS_TOKEN={secret}' },
    { path: '.databrickscfg', code: '[DEFAULT]\nhost = https://adb-1.2.azuredatabricks.net\ntoken = {secret}' },
  ],
  good: [
    { path: '.databrickscfg', code: 'token = dapi<token>' },
    { path: 'main.tf', code: 'token = databricks_token.pat.token_value' },
  ],
});
