import { defineSecret } from '../define-secret.ts';

export const dnsimpleToken = defineSecret({
  id: 'secrets/dnsimple-token',
  title: 'DNSimple token',
  provider: 'DNSimple',
  shape: 'dnsimple_[uao]_<A28-40>',
  severity: 'critical',
  opens: 'Changes the zones of the account, and so obtains certificates and mail for its domains.',
  revoke: 'Delete it under Account → Access tokens.',
  bad: [{ path: '.env', code: 'DNSIMPLE_TOKEN={secret}' }],
  good: [{ path: '.env.example', code: 'DNSIMPLE_TOKEN=dnsimple_a_…' }],
});
