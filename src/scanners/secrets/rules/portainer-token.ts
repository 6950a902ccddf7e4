import { defineSecret } from '../define-secret.ts';

export const portainerToken = defineSecret({
  id: 'secrets/portainer-token',
  title: 'Portainer access token',
  provider: 'Portainer',
  shape: 'ptr_<B43>=',
  opens:
    "It drives every container environment that the user may: an administrator's token starts privileged containers on the hosts.",
  revoke: 'Remove it under My account → Access tokens.',
  bad: [
    { path: '.env', code: 'PORTAINER_TOKEN={secret}' },
    { path: 'deploy.sh', code: 'curl -H "X-API-Key: {secret}" https://portainer.acme.io/api/stacks' },
  ],
  good: [
    { path: 'a.c', code: 'ptr_t ptr_nextFreeBlockInArenaOfThreadLocalHeapSegment = 0;' },
    { path: 'deploy.sh', code: 'curl -H "X-API-Key: $PORTAINER_TOKEN" https://portainer.acme.io/api/stacks' },
  ],
});
