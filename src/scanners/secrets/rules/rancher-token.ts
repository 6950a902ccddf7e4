import { defineSecret } from '../define-secret.ts';

export const rancherToken = defineSecret({
  id: 'secrets/rancher-token',
  title: 'Rancher token',
  provider: 'Rancher',
  shape: '(token|kubeconfig-u|kubeconfig-user)-<l5-12>:<l54>',
  severity: 'critical',
  opens: 'Acts as its owner on all clusters that Rancher manages.',
  revoke: 'Delete it under Account & API Keys.',
  bad: [{ path: '.env', code: 'RANCHER_TOKEN={secret}' }],
  good: [{ path: '.env.example', code: 'RANCHER_TOKEN=token-abcde:…' }],
});
