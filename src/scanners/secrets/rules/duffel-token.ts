import { defineSecret } from '../define-secret.ts';

export const duffelToken = defineSecret({
  id: 'secrets/duffel-token',
  title: 'Duffel access token',
  provider: 'Duffel',
  shape: 'duffel_(live|test)_<w43>',
  gitleaks: 'duffel-api-token',
  opens: 'Books flights at the account’s cost and reads the travellers’ data.',
  revoke: 'Revoke it under Developers → Access tokens.',
  bad: [{ path: 'book.js', code: "const duffel = new Duffel({ token: '{secret}' });" }],
  good: [{ path: 'book.js', code: 'const duffel = new Duffel({ token: process.env.DUFFEL_TOKEN });' }],
});
