import { defineSecret } from '../define-secret.ts';

export const friendliToken = defineSecret({
  id: 'secrets/friendli-token',
  title: 'Friendli token',
  provider: 'FriendliAI',
  shape: 'flp_<A46>',
  opens: 'Calls and changes the team’s endpoints at its cost.',
  revoke: 'Delete it under Personal settings → Tokens.',
  bad: [{ path: '.env', code: 'FRIENDLI_TOKEN={secret}' }],
  good: [{ path: '.env.example', code: 'FRIENDLI_TOKEN=flp_…' }],
});
