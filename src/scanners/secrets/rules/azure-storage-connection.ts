import { defineSecret } from '../define-secret.ts';

export const azureStorageConnection = defineSecret({
  id: 'secrets/azure-storage-connection',
  title: 'Azure storage connection string',
  provider: 'Microsoft Azure',
  shape: 'AccountKey=^<B86>==',
  entropy: 3.5,
  severity: 'critical',
  family: 'azure-account-key',
  opens: 'Full control of the storage account: every blob, queue, table and file share, past all roles.',
  revoke:
    "Regenerate the key under the account's Access keys, then set allowSharedKeyAccess to false and use managed identities or short user-delegation SAS.",
  bad: [
    {
      path: '.env',
      code: 'AZURE_STORAGE_CONNECTION_STRING="DefaultEndpointsProtocol=https;AccountName=shop;AccountKey={secret};EndpointSuffix=core.windows.net"',
    },
    { path: 'appsettings.json', code: '"Storage": "AccountName=shop;AccountKey={secret}"' },
  ],
  good: [
    { path: 'appsettings.json', code: '"Storage": "UseDevelopmentStorage=true"' },
    { path: '.env', code: 'CONNECTION="AccountName=shop;AccountKey=<key>"' },
    { path: 'main.tf', code: 'AccountKey=${azurerm_storage_account.shop.primary_access_key}' },
  ],
});
