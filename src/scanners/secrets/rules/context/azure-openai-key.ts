import { defineContextSecret } from '../../define-context-secret.ts';

export const azureOpenaiKey = defineContextSecret({
  id: 'secrets/azure-openai-key',
  title: 'Azure OpenAI key (older form)',
  provider: 'Microsoft Azure',
  shape: '<h32>',
  words: ['azure_openai', 'azureopenai', 'azure-openai', 'openai', 'cognitive', 'azure_ai'],
  variable: 'AZURE_OPENAI_API_KEY',
  opens:
    "It calls the deployed models at the subscription's expense and reads files and fine-tuned models of the resource.",
  revoke:
    "Regenerate it under the resource's Keys and Endpoint, then turn local authentication off and use Entra ID with a managed identity.",
});
