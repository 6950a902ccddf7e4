import { defineSecret } from '../define-secret.ts';

export const gitlabRunnerRegistrationToken = defineSecret({
  id: 'secrets/gitlab-runner-registration-token',
  title: 'GitLab runner registration token',
  provider: 'GitLab',
  shape: 'GR1348941<w20>',
  entropy: 3,
  gitleaks: 'gitlab-rrt',
  opens: 'Whoever has it registers a runner of their own, which then receives jobs with their variables and code.',
  revoke:
    'Reset it under Settings → CI/CD → Runners and turn registration tokens off; create runners with authentication tokens.',
  bad: [{ path: 'register.sh', code: 'gitlab-runner register --url https://gitlab.com --registration-token {secret}' }],
  good: [
    { path: 'register.sh', code: 'gitlab-runner register --url https://gitlab.com --registration-token $TOKEN' },
    { path: 'doc.md', code: '--registration-token GR1348941xxxx' },
  ],
});
