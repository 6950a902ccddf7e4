import { defineSecret } from '../define-secret.ts';

export const cephKey = defineSecret({
  id: 'secrets/ceph-key',
  title: 'Ceph key',
  provider: 'Ceph',
  shape: 'key<s1-4>=<s1-4>^AQ<B36>==',
  severity: 'critical',
  opens: 'Reads and writes the pools the client may use; client.admin rules the cluster.',
  revoke:
    'Rotate it with `ceph auth rotate` (or get-or-create under a new name) and keep keyrings out of the repository.',
  bad: [{ path: 'ceph.client.admin.keyring', code: '[client.admin]\n	key = {secret}\n' }],
  good: [{ path: 'ceph.conf', code: '[client]\n	keyring = /etc/ceph/ceph.client.keyring\n' }],
});
