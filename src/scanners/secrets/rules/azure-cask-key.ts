import { defineSecret } from '../define-secret.ts';

export const azureCaskKey = defineSecret({
  id: 'secrets/azure-cask-key',
  title: 'Azure key of the common format',
  provider: 'Microsoft Azure',
  shape: '<A52>JQQJ9[9DH]<A>[A-L]<A16><a><A7>(<A2>==)?',
  severity: 'critical',
  opens:
    "Microsoft's annotated key format: a key of Azure OpenAI, Cognitive Services, Azure DevOps, Maps and others, with full use of that resource.",
  revoke:
    "Regenerate it under the resource's Keys (Azure DevOps: User settings → Personal access tokens). Use Entra ID with a managed identity where the service takes it.",
  references: ['https://github.com/microsoft/cask'],
  bad: [
    { path: '.env', code: 'AZURE_OPENAI_API_KEY={secret}' },
    { path: 'pipeline.yml', code: 'AZURE_DEVOPS_EXT_PAT: {secret}' },
  ],
  good: [
    { path: '.env', code: 'AZURE_OPENAI_API_KEY=<your key with JQQJ99 in it>' },
    { path: 'client.py', code: 'key = os.environ["AZURE_OPENAI_API_KEY"]' },
  ],
});
