import { defineSecret } from '../define-secret.ts';

export const gitlabJobToken = defineSecret({
  id: 'secrets/gitlab-job-token',
  title: 'GitLab CI job token',
  provider: 'GitLab',
  shape: ['glcbt-<A1-5>_<w20>', 'glcbt-eyJ<w20-400>.<w20-1200>.<w43-700>'],
  severity: 'medium',
  gitleaks: 'gitlab-cicd-job-token',
  opens:
    'While its job runs it clones repositories, pulls packages and triggers pipelines as the user who started the job.',
  revoke:
    'It dies with its job. Stop printing it (set -x, env, verbose git) and limit which projects accept it under Settings → CI/CD → Job token permissions.',
  bad: [{ path: 'job.log', code: 'Fetching with token {secret}' }],
  good: [
    { path: 'job.log', code: 'Fetching with token [MASKED]' },
    { path: '.gitlab-ci.yml', code: 'script: curl --header "JOB-TOKEN: $CI_JOB_TOKEN" "$CI_API_V4_URL"' },
  ],
});
