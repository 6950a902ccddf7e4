import { defineSecret } from '../define-secret.ts';

export const lichessToken = defineSecret({
  id: 'secrets/lichess-token',
  title: 'Lichess token',
  provider: 'Lichess',
  shape: 'lip_<A16-60>',
  entropy: 3.2,
  severity: 'medium',
  opens: 'Plays and writes as the account within its scopes.',
  revoke: 'Revoke it under lichess.org/account/oauth/token.',
  bad: [{ path: 'config.yml', code: 'token: "{secret}"' }],
  good: [{ path: 'config.yml', code: 'token: "xxxxxxxxxxxxxxxx" # lip_…' }],
});
