import { defineSecret } from '../define-secret.ts';

export const gitlabOauthAppSecret = defineSecret({
  id: 'secrets/gitlab-oauth-app-secret',
  title: 'GitLab OAuth application secret',
  provider: 'GitLab',
  shape: 'gloas-<w64>',
  entropy: 3,
  gitleaks: 'gitlab-oauth-app-secret',
  opens:
    'With the application ID it exchanges codes and refresh tokens as the application, with the scopes its users granted.',
  revoke: "Renew the secret on the application's page (User settings, Group settings or Admin → Applications).",
  bad: [{ path: '.env', code: 'GITLAB_OAUTH_SECRET={secret}' }],
  good: [
    { path: '.env', code: 'GITLAB_OAUTH_SECRET=gloas-xxx' },
    { path: 'gitlab.rb', code: 'app_secret: ENV["GITLAB_OAUTH_SECRET"]' },
  ],
});
