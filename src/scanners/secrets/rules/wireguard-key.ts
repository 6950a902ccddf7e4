import { defineSecret } from '../define-secret.ts';
import { drawBytes } from '../proof/draw.ts';

export const wireguardKey = defineSecret({
  id: 'secrets/wireguard-key',
  title: 'WireGuard key',
  provider: 'WireGuard',
  regex: {
    source: String.raw`(?:Private|Preshared)_?-?Key["']?\s{0,8}[=:]\s{0,8}["']?(?<secret>[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=)(?![A-Za-z0-9+/=])`,
    caseless: true,
    literals: ['privatekey', 'presharedkey', 'private_key', 'preshared_key', 'private-key', 'preshared-key'],
    maxLength: 80,
    sample: (random) => drawBytes(random, 32).toString('base64'),
  },
  entropy: 3.8,
  severity: 'critical',
  gitleaks: 'wireguard-private-key',
  opens:
    'Joins the VPN as this peer; with the private key recorded handshakes stay closed, but new traffic can be read.',
  revoke:
    'Generate a new pair (`wg genkey`), replace the public key on the peers, and keep wg0.conf out of the repository.',
  bad: [
    { path: 'wg0.conf', code: '[Interface]\nPrivateKey = {secret}\nAddress = 10.8.0.2/32\n' },
    { path: 'host.nix', code: 'networking.wireguard.interfaces.wg0 = { privateKey = "{secret}"; };' },
  ],
  good: [
    { path: 'wg0.conf', code: '[Peer]\nPublicKey = xTIBA5rboUvnH4htodjb6e697QjLERt1NAB…\n' },
    { path: 'wg0.conf.j2', code: 'PrivateKey = {{ wireguard_private_key }}' },
  ],
});
