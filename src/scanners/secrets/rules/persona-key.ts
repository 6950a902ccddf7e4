import { defineSecret } from '../define-secret.ts';

export const personaKey = defineSecret({
  id: 'secrets/persona-key',
  title: 'Persona API key',
  provider: 'Persona',
  shape: 'persona_(production|sandbox)_<w20-80>',
  entropy: 3.2,
  severity: 'critical',
  opens: 'Reads identity verifications with their documents and selfies.',
  revoke: 'Expire the key under API → API Keys.',
  bad: [{ path: 'kyc.py', code: 'PERSONA = "{secret}"' }],
  good: [{ path: 'kyc.py', code: 'PERSONA = os.environ["PERSONA_API_KEY"]' }],
});
