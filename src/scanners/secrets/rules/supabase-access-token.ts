import { defineSecret } from '../define-secret.ts';

export const supabaseAccessToken = defineSecret({
  id: 'secrets/supabase-access-token',
  title: 'Supabase access token',
  provider: 'Supabase',
  shape: 'sbp_(oauth_|v0_)?<h40>',
  opens:
    'A personal access token manages all projects of the user: it reads service keys, runs SQL and deletes databases.',
  revoke: 'Revoke it under Account → Access tokens; pipelines get their own token with an expiry.',
  bad: [
    { path: '.env', code: 'SUPABASE_ACCESS_TOKEN={secret}' },
    { path: 'ci.yml', code: 'run: supabase link --project-ref abcd\nenv:\n  SUPABASE_ACCESS_TOKEN: {secret}' },
  ],
  good: [
    { path: 'ci.yml', code: 'SUPABASE_ACCESS_TOKEN: ${{ secrets.SUPABASE_ACCESS_TOKEN }}' },
    { path: '.env', code: 'SUPABASE_ACCESS_TOKEN=sbp_0123' },
  ],
});
