import { defineSecret } from '../define-secret.ts';
import { jwk } from '../proof/jwk.ts';

export const jsonWebKey = defineSecret({
  id: 'secrets/json-web-key',
  title: 'JSON Web Key with its private part',
  provider: 'JOSE',
  regex: {
    source: String.raw`\{(?=[^{}]{0,3000}?\\?"(?:d|k)\\?"\s{0,4}:\s{0,4}\\?"[\w-]{16})[^{}]{0,3000}?\\?"kty\\?"\s{0,4}:\s{0,4}\\?"(?:EC|RSA|OKP|oct)\\?"[^{}]{0,3000}\}`,
    literals: ['"kty'],
    maxLength: 6100,
    sample: () => '{}',
  },
  proof: jwk(),
  severity: 'critical',
  opens: 'Whoever has the key signs tokens that every service trusting the key set accepts, for any user and role.',
  revoke:
    'Remove the key from the published key set, add a new one with another `kid`, and sign from a key management service.',
  references: ['https://www.rfc-editor.org/rfc/rfc7517'],
  bad: [{ path: 'jwks.json', code: '{"keys": [{secret}]}' }],
  good: [
    { path: 'jwks.json', code: '{"keys": [{"kty": "EC", "crv": "P-256", "x": "…", "y": "…", "use": "sig"}]}' },
    { path: 'acme.ts', code: 'interface Jwk { "kty": string; "d"?: string }' },
  ],
});
