import { defineSecret } from '../define-secret.ts';

export const sanityToken = defineSecret({
  id: 'secrets/sanity-token',
  title: 'Sanity token',
  provider: 'Sanity',
  shape: 'sk<A170-190>',
  near: { words: ['sanity'], within: 60 },
  entropy: 4,
  confidence: 'high',
  distinctive: true,
  opens: 'Reads drafts and, with write access, changes the content of the project.',
  revoke: 'Delete it under sanity.io/manage → API → Tokens.',
  bad: [{ path: '.env', code: 'SANITY_API_TOKEN={secret}' }],
  good: [{ path: '.env.example', code: 'SANITY_API_TOKEN=sk…' }],
});
