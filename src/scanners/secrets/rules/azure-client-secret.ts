import { defineSecret } from '../define-secret.ts';

export const azureClientSecret = defineSecret({
  id: 'secrets/azure-client-secret',
  title: 'Microsoft Entra client secret',
  provider: 'Microsoft Azure',
  shape: '<[\\w~.]3><d>Q~<[\\w~.\\-]31-34>',
  entropy: 3,
  severity: 'critical',
  gitleaks: 'azure-ad-client-secret',
  opens:
    'With the tenant and application ID it signs in as the service principal and holds all its Azure roles and Graph permissions.',
  revoke:
    'In Entra ID → App registrations → Certificates & secrets delete it and look through the sign-in log. Use a managed identity or workload identity federation, which need no secret.',
  bad: [
    { path: '.env', code: 'AZURE_CLIENT_SECRET={secret}' },
    { path: 'appsettings.json', code: '{ "AzureAd": { "ClientSecret": "{secret}" } }' },
    { path: 'main.tf', code: 'client_secret = "{secret}"' },
  ],
  good: [
    { path: '.env.example', code: 'AZURE_CLIENT_SECRET=xxx8Q~xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' },
    { path: 'main.tf', code: 'client_secret = var.client_secret' },
    { path: 'a.txt', code: 'abc8Q~short' },
  ],
});
