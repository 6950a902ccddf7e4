import { defineSecret } from '../define-secret.ts';

export const endorLabsKey = defineSecret({
  id: 'secrets/endor-labs-key',
  title: 'Endor Labs API key',
  provider: 'Endor Labs',
  shape: 'endr+<A16>',
  gitleaks: 'endorlabs-api-key',
  opens: 'With its secret it reads findings and changes policies of the tenant.',
  revoke: 'Revoke it under Access Control → API Keys.',
  bad: [{ path: '.env', code: 'ENDOR_API_CREDENTIALS_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'ENDOR_API_CREDENTIALS_KEY=endr+…' }],
});
