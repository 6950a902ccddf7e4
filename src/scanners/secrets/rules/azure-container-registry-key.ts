import { defineSecret } from '../define-secret.ts';
import { marvin } from '../proof/marvin.ts';

export const azureContainerRegistryKey = defineSecret({
  id: 'secrets/azure-container-registry-key',
  title: 'Azure Container Registry key',
  provider: 'Microsoft Azure',
  shape: '<B42>+ACR[A-D]<B5>',
  proof: marvin(),
  opens: 'The admin password of a registry pulls every private image and pushes replacements that clusters then run.',
  revoke:
    "Regenerate it under the registry's Access keys, then turn the admin user off and pull with a managed identity or scoped tokens.",
  bad: [
    { path: 'login.sh', code: 'docker login shop.azurecr.io -u shop -p {secret}' },
    { path: '.env', code: 'ACR_PASSWORD={secret}' },
  ],
  good: [
    { path: 'login.sh', code: 'az acr login --name shop' },
    { path: '.env', code: 'ACR_PASSWORD=${ACR_PASSWORD}' },
  ],
});
