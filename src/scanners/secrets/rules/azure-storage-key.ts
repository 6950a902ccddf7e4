import { defineSecret } from '../define-secret.ts';
import { drawText } from '../proof/draw.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export const azureStorageKey = defineSecret({
  id: 'secrets/azure-storage-key',
  title: 'Azure storage account key',
  provider: 'Microsoft Azure',
  regex: {
    source: String.raw`storage[\w.-]{0,20}key\w{0,10}["']?\s{0,4}(?:[:=]|=>)\s{0,4}(?:\{\s{0,20}["']?value["']?\s{0,4}[:=]\s{0,4})?["']?(?<secret>[A-Za-z0-9+/]{86}==)(?![\w+/=])`,
    caseless: true,
    literals: ['storage'],
    lead: 0,
    maxLength: 190,
    sample: (random) => `${drawText(random, alphabet, 86)}==`,
  },
  entropy: 3.5,
  severity: 'critical',
  distinctive: false,
  family: 'azure-account-key',
  opens: 'Full control of the storage account: every blob, queue, table and file share, past all roles.',
  revoke:
    "Regenerate the key under the account's Access keys, then set allowSharedKeyAccess to false and use managed identities or short user-delegation SAS.",
  bad: [
    { path: '.env', code: 'AZURE_STORAGE_KEY={secret}\n' },
    { path: 'arm/parameters.json', code: '{ "parameters": { "storageKey": { "value": "{secret}" } } }' },
  ],
  good: [
    { path: '.env.example', code: 'AZURE_STORAGE_KEY=<key>\n' },
    { path: 'main.tf', code: 'storage_account_key = azurerm_storage_account.shop.primary_access_key\n' },
  ],
});
