import { defineSecret } from '../define-secret.ts';
import { drawText } from '../proof/draw.ts';
import { json } from '../proof/json.ts';

export const cloudflareTunnelToken = defineSecret({
  id: 'secrets/cloudflare-tunnel-token',
  title: 'Cloudflare tunnel token',
  provider: 'Cloudflare',
  shape: 'eyJhIjoi<B100-300>=?=?',
  proof: json({
    prefix: 0,
    encoding: 'base64',
    keys: ['a', 't', 's'],
    example: (random) => ({
      a: drawText(random, '0123456789abcdef', 32),
      t: '7d1e2c3b-4a59-4687-9605-a4b3c2d1e0f9',
      s: drawText(random, 'abcdefghijklmnopqrstuvwxyz0123456789', 44),
    }),
  }),
  severity: 'critical',
  opens: 'Runs the tunnel: whoever has it receives the traffic of its host names.',
  revoke: 'Rotate it under Zero Trust → Networks → Tunnels → Configure → Refresh token, then restart the connectors.',
  bad: [{ path: 'compose.yml', code: '    command: tunnel run --token {secret}' }],
  good: [{ path: 'compose.yml', code: '    command: tunnel run --token ${TUNNEL_TOKEN}' }],
});
