import { defineSecret } from '../define-secret.ts';

export const oryToken = defineSecret({
  id: 'secrets/ory-token',
  title: 'Ory token',
  provider: 'Ory',
  shape: 'ory_(at|rt|pat|apikey|st)_<[\\w.-]30-120>',
  entropy: 3.6,
  opens: 'Acts as the session or client it was issued to; pat and apikey tokens administer the project.',
  revoke: 'Delete the API key or revoke the token with /oauth2/revoke.',
  bad: [{ path: '.env', code: 'ORY_API_KEY={secret}' }],
  good: [{ path: '.env.example', code: 'ORY_API_KEY=ory_pat_…' }],
});
