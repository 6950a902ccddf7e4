import { defineSecret } from '../define-secret.ts';

export const azureAppConfiguration = defineSecret({
  id: 'secrets/azure-app-configuration',
  title: 'Azure App Configuration connection string',
  provider: 'Microsoft Azure',
  shape: '.azconfig.io;Id=<[\\w:+/\\-]4-60>;Secret=^<B36-100>=?=?',
  opens: 'It reads (or with a write key changes) every setting in the store, which often are further secrets.',
  revoke:
    "Regenerate it under the store's Access settings and read the store with a managed identity; keep secrets in Key Vault references.",
  bad: [{ path: '.env', code: 'APP_CONFIG="Endpoint=https://shop.azconfig.io;Id=abcd-l0-s0:EXmpl;Secret={secret}"' }],
  good: [
    { path: '.env', code: 'APP_CONFIG="Endpoint=https://shop.azconfig.io;Id=<id>;Secret=<secret>"' },
    { path: 'main.ts', code: 'new AppConfigurationClient(endpoint, new DefaultAzureCredential())' },
  ],
});
