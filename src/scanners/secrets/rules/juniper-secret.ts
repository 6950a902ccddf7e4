import { defineSecret } from '../define-secret.ts';
import { drawText } from '../proof/draw.ts';

export const juniperSecret = defineSecret({
  id: 'secrets/juniper-secret',
  title: 'Reversible secret in a Juniper or Fortinet configuration',
  provider: 'Network devices',
  regex: {
    source: String.raw`(?:"(?=\$9\$)|(?:password|passwd|psksecret|secret|key|passphrase)\sENC\s)(?<secret>\$9\$[A-Za-z0-9./-]{8,200}|[A-Za-z0-9+/]{20,200}={0,2})(?=["\s]|$)`,
    literals: ['"$9$', ' ENC '],
    lead: 12,
    maxLength: 220,
    sample: (random) => `$9$${drawText(random, 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789', 24)}`,
  },
  opens: 'The obfuscation has a public method: any reader turns it back into the RADIUS, IPsec or SNMP secret.',
  revoke:
    'Change the secret on both sides, set a master password on the device, and keep configurations out of shared repositories.',
  bad: [{ path: 'mx1.conf', code: 'radius-server 10.0.0.9 { secret "{secret}"; ## SECRET-DATA\n}' }],
  good: [{ path: 'mx1.conf', code: 'encrypted-password "$6$…"; ## SECRET-DATA\n' }],
});
