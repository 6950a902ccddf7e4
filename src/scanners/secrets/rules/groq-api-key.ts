import { defineSecret } from '../define-secret.ts';

export const groqApiKey = defineSecret({
  id: 'secrets/groq-api-key',
  title: 'Groq API key',
  provider: 'Groq',
  shape: 'gsk_<A20>WGdyb3FY<A24>',
  opens: 'Spends the account’s quota and money.',
  revoke: 'Delete it under console.groq.com → API Keys.',
  bad: [{ path: '.env', code: 'GROQ_API_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'GROQ_API_KEY=gsk_...' }],
});
