import { defineSecret } from '../define-secret.ts';
import { marvin } from '../proof/marvin.ts';

export const azureSearchKey = defineSecret({
  id: 'secrets/azure-search-key',
  title: 'Azure AI Search key',
  provider: 'Microsoft Azure',
  shape: '<A42>AzSe[A-D]<A5>',
  proof: marvin(),
  opens:
    'An admin key creates, changes and deletes indexes and data sources; a query key reads every document in them.',
  revoke: "Regenerate it under the search service's Keys and switch the service to role-based access.",
  bad: [
    { path: '.env', code: 'AZURE_SEARCH_KEY={secret}' },
    { path: 'search.py', code: 'SearchClient(endpoint, "products", AzureKeyCredential("{secret}"))' },
  ],
  good: [
    { path: 'search.py', code: 'SearchClient(endpoint, "products", DefaultAzureCredential())' },
    { path: '.env', code: 'AZURE_SEARCH_KEY=<52 characters with AzSe>' },
  ],
});
