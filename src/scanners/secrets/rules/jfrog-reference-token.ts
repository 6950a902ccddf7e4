import { defineSecret } from '../define-secret.ts';
import { referenceToken } from '../proof/jfrog-key.ts';

export const jfrogReferenceToken = defineSecret({
  id: 'secrets/jfrog-reference-token',
  title: 'JFrog reference token',
  provider: 'JFrog',
  shape: 'cmVmdGtuO<A55>',
  proof: referenceToken(),
  gitleaks: 'artifactory-reference-token',
  opens:
    'It stands for an access token of the JFrog platform with all its scopes: reads and publishes packages, images and builds.',
  revoke: 'Revoke it under Administration → User management → Access tokens; builds get short tokens by OIDC.',
  bad: [
    { path: '.npmrc', code: '//acme.jfrog.io/artifactory/api/npm/npm/:_authToken={secret}' },
    { path: 'pip.conf', code: 'index-url = https://ci:{secret}@acme.jfrog.io/artifactory/api/pypi/pypi/simple' },
  ],
  good: [
    { path: '.npmrc', code: '//acme.jfrog.io/artifactory/api/npm/npm/:_authToken=${JFROG_TOKEN}' },
    { path: 'doc.md', code: 'Reference tokens start with cmVmdGtuO, base64 of reftkn:.' },
  ],
});
