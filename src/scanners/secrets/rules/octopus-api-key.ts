import { defineSecret } from '../define-secret.ts';

export const octopusApiKey = defineSecret({
  id: 'secrets/octopus-api-key',
  title: 'Octopus Deploy API key',
  provider: 'Octopus Deploy',
  shape: 'API-<U26>',
  entropy: 3.2,
  gitleaks: 'octopus-deploy-api-key',
  opens: 'Deploys releases and reads variables with the rights of its owner.',
  revoke: 'Revoke it under Profile → My API Keys; use OpenID Connect from the build server.',
  bad: [{ path: 'deploy.ps1', code: 'octo deploy-release --server https://octopus.acme.io --apiKey {secret}' }],
  good: [{ path: 'deploy.ps1', code: 'octo deploy-release --apiKey $env:OCTOPUS_API_KEY' }],
});
