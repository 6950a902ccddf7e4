import { defineSecret } from '../define-secret.ts';
import { basic } from '../proof/basic.ts';

export const dockerConfigAuth = defineSecret({
  id: 'secrets/docker-config-auth',
  title: 'Registry login in a Docker configuration',
  provider: 'Docker',
  shape: '"auth"<s0-4>:<s0-4>"^<B11-400>=?=?',
  proof: basic(),
  family: 'basic-credentials',
  opens: 'User and password of an image registry in base64: pull private images, push over tags that are deployed.',
  revoke:
    'Change the password or revoke the token at the registry. Use a credential helper or short-lived logins (OIDC, cloud registry tokens) instead of config.json.',
  bad: [
    { path: '.docker/config.json', code: '{"auths": {"registry.acme.io": {"auth": "{secret}"}}}' },
    { path: 'pull-secret.json', code: '{"auths":{"quay.io":{"auth":"{secret}","email":"ci@acme.io"}}}' },
  ],
  good: [
    { path: '.docker/config.json', code: '{"auths": {"registry.acme.io": {}}, "credsStore": "ecr-login"}' },
    { path: 'package.json', code: '{"scripts": {"auth": "authenticate"}}' },
    { path: 'config.json', code: '{"auth": "dXNlcm5hbWU6cGFzc3dvcmQ="}' },
  ],
});
