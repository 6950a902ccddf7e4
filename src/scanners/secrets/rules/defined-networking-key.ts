import { defineSecret } from '../define-secret.ts';

export const definedNetworkingKey = defineSecret({
  id: 'secrets/defined-networking-key',
  title: 'Defined Networking API key',
  provider: 'Defined Networking',
  shape: 'dnkey-<2:26>-<2:52>',
  gitleaks: 'defined-networking-api-token',
  opens: 'It adds hosts to the overlay network and changes roles and routes in it.',
  revoke: 'Delete it under Settings → API keys and create one with few scopes.',
  bad: [{ path: '.env', code: 'DEFINED_NET_API_KEY={secret}' }],
  good: [
    { path: '.env', code: 'DEFINED_NET_API_KEY=dnkey-...' },
    { path: 'main.tf', code: 'token = var.defined_net_token' },
  ],
});
