import { defineContextSecret } from '../../define-context-secret.ts';

export const githubOauthSecret = defineContextSecret({
  id: 'secrets/github-oauth-secret',
  title: 'GitHub OAuth app secret or older token',
  provider: 'GitHub',
  shape: '<h40>',
  words: ['github', 'gh_token', 'gh_client'],
  variable: 'GITHUB_CLIENT_SECRET',
  severity: 'critical',
  opens:
    "A client secret exchanges its users' codes for tokens; a token of the form used until 2021 acts as the person.",
  revoke:
    "Generate another secret on the app's page and delete this one; tokens are revoked under Settings → Developer settings.",
});
