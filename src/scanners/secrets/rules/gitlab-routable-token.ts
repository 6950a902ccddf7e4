import { defineSecret } from '../define-secret.ts';
import { gitlabRoutable } from '../proof/gitlab-routable.ts';

export const gitlabRoutableToken = defineSecret({
  id: 'secrets/gitlab-routable-token',
  title: 'GitLab routable token',
  provider: 'GitLab',
  shape: '(glpat|glrt|glrtr|glagent)-<w27-300>(.<l2>)?.<l9>',
  proof: gitlabRoutable(),
  severity: 'critical',
  family: 'gitlab-token',
  gitleaks: 'gitlab-pat-routable',
  opens:
    'The newer form of personal access, runner and agent tokens: reads and pushes code, changes pipelines, receives jobs with their secrets.',
  revoke:
    'Revoke it under Preferences → Access tokens (runners: reset the authentication token; agents: Operate → Kubernetes clusters). Jobs use CI_JOB_TOKEN or ID tokens.',
  bad: [
    { path: '.env', code: 'GITLAB_TOKEN={secret}' },
    { path: 'config.toml', code: '[[runners]]\n  token = "{secret}"' },
  ],
  good: [
    { path: 'config.toml', code: 'token = "glrt-REDACTED"' },
    { path: 'call.sh', code: 'curl --header "PRIVATE-TOKEN: $GITLAB_TOKEN" https://gitlab.com/api/v4/projects' },
  ],
});
