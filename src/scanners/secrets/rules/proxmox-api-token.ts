import { defineSecret } from '../define-secret.ts';

export const proxmoxApiToken = defineSecret({
  id: 'secrets/proxmox-api-token',
  title: 'Proxmox API token',
  provider: 'Proxmox',
  shape: 'P[VBM][EGS]APIToken=<[\\w.@-]3-60>!<[\\w.-]1-60>(=|:)^<uuid>',
  severity: 'critical',
  opens:
    'Acts on the hypervisor, backup or mail gateway with the rights of its user: starts, changes and deletes machines.',
  revoke: 'Remove it under Datacenter → Permissions → API Tokens.',
  bad: [
    {
      path: 'poll.sh',
      code: 'curl -H "Authorization: PVEAPIToken=ci@pve!ci={secret}" https://pve:8006/api2/json/nodes',
    },
  ],
  good: [{ path: 'poll.sh', code: 'curl -H "Authorization: PVEAPIToken=$PVE_TOKEN" https://pve:8006/api2/json/nodes' }],
});
