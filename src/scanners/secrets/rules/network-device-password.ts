import { defineSecret } from '../define-secret.ts';
import { drawText } from '../proof/draw.ts';

export const networkDevicePassword = defineSecret({
  id: 'secrets/network-device-password',
  title: 'Reversible password in a router or switch configuration',
  provider: 'Network devices',
  regex: {
    // Cisco type 7 starts with the offset into a fixed key, 00 to 52; Juniper’s $9$ and Fortinet’s ENC are reversible too.
    source: String.raw`(?:(?:password|secret|key|key-string|md5|ascii-key|community|auth-password|priv-password)\s7\s(?<secret>[0-5]\d(?:[0-9A-F]{2}){4,40})(?![0-9A-Za-z]))`,
    literals: [' 7 '],
    lead: 16,
    maxLength: 110,
    sample: (random) => `08${drawText(random, '0123456789ABCDEF', 16)}`,
  },
  opens:
    'Type 7 only hides the password from a glance: any reader turns it back and logs in to the device or its AAA server.',
  revoke:
    'Change it, use `algorithm-type scrypt` (type 9) for local users, and keep running configurations out of shared repositories.',
  bad: [{ path: 'sw1.cfg', code: 'username admin privilege 15 password 7 {secret}\n' }],
  good: [
    { path: 'sw1.cfg', code: 'service password-encryption\nusername admin privilege 15 secret 9 $9$…\n' },
    { path: 'notes.txt', code: 'password 7 characters long\n' },
  ],
});
