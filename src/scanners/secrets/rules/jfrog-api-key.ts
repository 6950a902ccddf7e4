import { defineSecret } from '../define-secret.ts';
import { base58Key } from '../proof/jfrog-key.ts';

export const jfrogApiKey = defineSecret({
  id: 'secrets/jfrog-api-key',
  title: 'JFrog Artifactory API key',
  provider: 'JFrog',
  shape: 'AKCp<A69>',
  proof: base58Key(),
  gitleaks: 'artifactory-api-key',
  opens: 'It acts as the user on the registry: reads private packages and overwrites those that builds pull.',
  revoke:
    "Revoke it under the user's profile → Authentication settings. API keys are at their end of life; use access tokens with a scope or OIDC.",
  bad: [
    { path: '.env', code: 'ARTIFACTORY_API_KEY={secret}' },
    { path: 'call.sh', code: 'curl -H "X-JFrog-Art-Api: {secret}" https://acme.jfrog.io/artifactory/api/repositories' },
  ],
  good: [
    { path: 'call.sh', code: 'curl -H "X-JFrog-Art-Api: $KEY" https://acme.jfrog.io/artifactory/api/repositories' },
    { path: '.env', code: 'ARTIFACTORY_API_KEY=AKCp...' },
  ],
});
