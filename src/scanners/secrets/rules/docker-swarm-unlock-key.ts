import { defineSecret } from '../define-secret.ts';

export const dockerSwarmUnlockKey = defineSecret({
  id: 'secrets/docker-swarm-unlock-key',
  title: 'Docker Swarm unlock key',
  provider: 'Docker',
  shape: 'SWMKEY-1-<B43>',
  opens: 'It decrypts the Raft logs of a locked manager, and with them all secrets of the cluster.',
  revoke: 'Rotate it with docker swarm unlock-key --rotate and keep the new one in a vault.',
  bad: [{ path: 'unlock.sh', code: 'echo {secret} | docker swarm unlock' }],
  good: [
    { path: 'unlock.sh', code: 'vault kv get -field=key swarm | docker swarm unlock' },
    { path: 'doc.md', code: 'The key starts with SWMKEY-1-.' },
  ],
});
