import { defineSecret } from '../define-secret.ts';

export const dockerHubToken = defineSecret({
  id: 'secrets/docker-hub-token',
  title: 'Docker Hub access token',
  provider: 'Docker',
  shape: ['dckr_pat_<w27>', 'dckr_oat_<w32>'],
  opens: 'It pulls private images and pushes new ones over tags that deployments and base images use.',
  revoke:
    'Deactivate it under Account settings → Personal access tokens (organisation tokens: Admin console) and use a read-only token for pulling.',
  bad: [
    { path: 'login.sh', code: 'echo {secret} | docker login -u acme --password-stdin' },
    { path: '.env', code: 'DOCKERHUB_TOKEN={secret}' },
  ],
  good: [
    { path: 'login.sh', code: 'echo "$DOCKERHUB_TOKEN" | docker login -u acme --password-stdin' },
    { path: '.env', code: 'DOCKERHUB_TOKEN=dckr_pat_xxx' },
  ],
});
