import { defineSecret } from '../define-secret.ts';
import { jwt } from '../proof/jwt.ts';

export const jsonWebToken = defineSecret({
  id: 'secrets/json-web-token',
  title: 'JSON Web Token',
  provider: 'JOSE',
  regex: {
    source: String.raw`(?<![A-Za-z0-9_-])e[wy][A-Za-z0-9_-]{14,1200}\.e[wy][A-Za-z0-9_-]{14,6000}\.[A-Za-z0-9_-]{40,1400}(?![\w-])`,
    literals: ['.eyJ', '.ewo', '.ewog'],
    maxLength: 8700,
    sample: () => 'eyJ',
  },
  proof: jwt(),
  severity: 'medium',
  gitleaks: 'jwt',
  opens:
    'A signed token acts as its subject until it expires; expired ones are shown as information, those without an expiry date are keys.',
  revoke: 'End the session or rotate the signing key at the issuer, and fetch tokens at run time with a short life.',
  references: ['https://www.rfc-editor.org/rfc/rfc7519'],
  bad: [{ path: 'api.http', code: 'Authorization: Bearer {secret}' }],
  good: [
    { path: 'api.http', code: 'Authorization: Bearer {{token}}' },
    { path: 'README.md', code: 'A JWT looks like eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.signature' },
  ],
});
