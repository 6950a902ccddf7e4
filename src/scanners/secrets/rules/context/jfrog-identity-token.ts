import { defineContextSecret } from '../../define-context-secret.ts';

export const jfrogIdentityToken = defineContextSecret({
  id: 'secrets/jfrog-identity-token',
  title: 'JFrog identity token',
  provider: 'JFrog',
  shape: '<w64>',
  words: ['jfrog', 'artifactory', 'xray'],
  variable: 'JFROG_TOKEN',
  entropy: 3.8,
  severity: 'critical',
  gitleaks: 'jfrog-identity-token',
  opens: 'It acts as the user on the registry: reads private packages and overwrites those that builds pull.',
  revoke: 'Revoke it under Edit profile → Identity tokens; builds get short tokens by OIDC.',
});
