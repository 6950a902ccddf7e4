import { defineSecret } from '../define-secret.ts';

export const dockerSwarmToken = defineSecret({
  id: 'secrets/docker-swarm-token',
  title: 'Docker Swarm join token',
  provider: 'Docker',
  shape: 'SWMTKN-1-<l50>-<l25>',
  severity: 'critical',
  opens:
    'Whoever reaches a manager joins the cluster; with the manager token that is control of every service and secret in it.',
  revoke: 'Rotate both with docker swarm join-token --rotate worker and manager, and remove nodes that nobody knows.',
  bad: [
    { path: 'join.sh', code: 'docker swarm join --token {secret} 10.0.0.5:2377' },
    { path: 'inventory.yml', code: 'swarm_token: {secret}' },
  ],
  good: [
    {
      path: 'join.sh',
      code: 'docker swarm join --token $(docker -H manager swarm join-token -q worker) 10.0.0.5:2377',
    },
    { path: 'doc.md', code: 'docker swarm join --token SWMTKN-1-<token> 10.0.0.5:2377' },
  ],
});
