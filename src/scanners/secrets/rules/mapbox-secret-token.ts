import { defineSecret } from '../define-secret.ts';
import { drawText } from '../proof/draw.ts';
import { json } from '../proof/json.ts';

export const mapboxSecretToken = defineSecret({
  id: 'secrets/mapbox-secret-token',
  title: 'Mapbox secret token',
  provider: 'Mapbox',
  shape: 'sk.eyJ<w40-120>.<w20-24>',
  proof: json({
    prefix: 3,
    separator: '.',
    encoding: 'base64url',
    keys: ['u', 'a'],
    example: (random) => ({ u: 'acme-maps', a: drawText(random, 'abcdefghijklmnopqrstuvwxyz0123456789', 25) }),
  }),
  gitleaks: 'mapbox-api-token',
  opens: 'Manages the account’s styles, tile sets, uploads and tokens, unlike a public pk. token.',
  revoke: 'Delete it under account.mapbox.com → Tokens.',
  bad: [{ path: '.env', code: 'MAPBOX_SECRET_TOKEN={secret}' }],
  good: [{ path: 'map.js', code: "mapboxgl.accessToken = 'pk.…'; // public" }],
});
