import { defineSecret } from '../define-secret.ts';

export const gitlabTriggerToken = defineSecret({
  id: 'secrets/gitlab-trigger-token',
  title: 'GitLab pipeline trigger token',
  provider: 'GitLab',
  shape: 'glptt-<h40>',
  gitleaks: 'gitlab-ptt',
  opens: 'It starts pipelines of the project with variables that the caller picks, as the user who made it.',
  revoke: 'Revoke it under Settings → CI/CD → Pipeline trigger tokens. Trigger from other pipelines with CI_JOB_TOKEN.',
  bad: [
    {
      path: 'deploy.sh',
      code: 'curl -X POST -F token={secret} -F ref=main https://gitlab.com/api/v4/projects/1/trigger/pipeline',
    },
  ],
  good: [
    {
      path: 'deploy.sh',
      code: 'curl -X POST -F token=$TRIGGER_TOKEN -F ref=main https://gitlab.com/api/v4/projects/1/trigger/pipeline',
    },
    { path: '.env', code: 'TRIGGER_TOKEN=glptt-...' },
  ],
});
