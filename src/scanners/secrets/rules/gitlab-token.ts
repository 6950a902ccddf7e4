import { defineSecret } from '../define-secret.ts';

export const gitlabToken = defineSecret({
  id: 'secrets/gitlab-token',
  title: 'GitLab token',
  provider: 'GitLab',
  shape: ['gl(pat|dt|ft|rt|soat|ffct|wt)-<w20>', 'glrt-t<d>_<w20>', 'glft-<h64>-<d1-10>'],
  entropy: 3,
  severity: 'critical',
  gitleaks: 'gitlab-pat',
  opens:
    'A personal, group or project token reads and pushes code, changes pipelines and reads CI variables; a deploy token reads repositories and registries; a runner token receives jobs with their secrets.',
  revoke:
    'Revoke it under Preferences → Access tokens (project and group: Settings → Access tokens, deploy tokens: Settings → Repository, runners: reset the authentication token). Jobs use CI_JOB_TOKEN or ID tokens.',
  references: ['https://docs.gitlab.com/security/tokens/'],
  bad: [
    { path: '.env', code: 'GITLAB_TOKEN={secret}' },
    { path: 'clone.sh', code: 'git clone https://oauth2:{secret}@gitlab.com/acme/shop.git' },
    { path: 'call.sh', code: 'curl --header "PRIVATE-TOKEN: {secret}" https://gitlab.com/api/v4/projects' },
  ],
  good: [
    { path: 'call.sh', code: 'curl --header "PRIVATE-TOKEN: $GITLAB_TOKEN" https://gitlab.com/api/v4/projects' },
    { path: 'doc.md', code: 'curl --header "PRIVATE-TOKEN: <your_access_token>"' },
    { path: '.env', code: 'GITLAB_TOKEN=glpat-xxxxxxxxxxxxxxxxxxxx' },
  ],
});
