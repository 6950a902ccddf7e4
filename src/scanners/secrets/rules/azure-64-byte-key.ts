import { defineSecret } from '../define-secret.ts';
import { marvin } from '../proof/marvin.ts';

export const azure64ByteKey = defineSecret({
  id: 'secrets/azure-64-byte-key',
  title: 'Azure 64-byte account key',
  provider: 'Microsoft Azure',
  shape: '<B76>(+ASt|ACDb|+ABa|+AMC|APIM)<B5>[AQgw]==',
  proof: marvin(),
  severity: 'critical',
  family: 'azure-account-key',
  opens:
    'The account key of Storage, Cosmos DB, Batch or API Management: full control of the data in the account, past all roles and without a trace of who used it.',
  revoke:
    "Regenerate the key in the portal under the account's Access keys (rotate the other one first, so that clients can move over). Turn shared-key access off and use Entra ID with managed identities.",
  bad: [
    { path: '.env', code: 'AZURE_STORAGE_KEY={secret}' },
    {
      path: 'appsettings.json',
      code: '"Cosmos": "AccountEndpoint=https://shop.documents.azure.com:443/;AccountKey={secret};"',
    },
  ],
  good: [
    { path: '.env', code: 'AZURE_STORAGE_KEY=${STORAGE_KEY}' },
    { path: 'main.bicep', code: 'output key string = storage.listKeys().keys[0].value' },
    { path: 'a.txt', code: 'signature +ASt marks a storage key, ACDb a Cosmos DB key' },
  ],
});
