import { defineSecret } from '../define-secret.ts';
import { drawText } from '../proof/draw.ts';

export const openvpnStaticKey = defineSecret({
  id: 'secrets/openvpn-static-key',
  title: 'OpenVPN static key',
  provider: 'OpenVPN',
  regex: {
    source: String.raw`-----BEGIN OpenVPN (?:Static key V1|tls-crypt-v2 (?:client|server) key)-----(?<secret>(?:[\sA-Za-z0-9+/=]|\\[rn]){64,2000})-----END OpenVPN`,
    literals: ['-----BEGIN OpenVPN '],
    maxLength: 2100,
    sample: (random) => `\n${Array.from({ length: 16 }, () => drawText(random, '0123456789abcdef', 32)).join('\n')}\n`,
  },
  opens: 'It passes the VPN’s first check (tls-auth, tls-crypt); in static-key mode it decrypts the whole traffic.',
  revoke:
    'Generate a new key with `openvpn --genkey`, distribute it to server and clients, and keep profiles out of the repository.',
  bad: [
    {
      path: 'office.ovpn',
      code: '<tls-auth>\n-----BEGIN OpenVPN Static key V1-----{secret}-----END OpenVPN Static key V1-----\n</tls-auth>',
    },
  ],
  good: [{ path: 'office.ovpn', code: 'tls-auth /etc/openvpn/ta.key 1' }],
});
