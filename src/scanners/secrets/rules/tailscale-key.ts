import { defineSecret } from '../define-secret.ts';

export const tailscaleKey = defineSecret({
  id: 'secrets/tailscale-key',
  title: 'Tailscale key',
  provider: 'Tailscale',
  shape: 'tskey-(auth|api|client|scim|webhook)-<A8-32>-<A16-64>',
  opens:
    'An auth key joins machines to the private network; an API key or OAuth secret changes its access rules and approves devices.',
  revoke:
    'Revoke it under Settings → Keys (OAuth: Trust credentials) and remove devices that it added. Use workload identity or ephemeral tagged keys.',
  bad: [
    { path: 'cloud-init.yml', code: 'runcmd:\n  - tailscale up --auth-key={secret}' },
    { path: '.env', code: 'TS_AUTHKEY={secret}' },
  ],
  good: [
    { path: 'cloud-init.yml', code: 'runcmd:\n  - tailscale up --auth-key=${TS_AUTHKEY}' },
    { path: '.env', code: 'TS_AUTHKEY=tskey-auth-xxxx' },
  ],
});
