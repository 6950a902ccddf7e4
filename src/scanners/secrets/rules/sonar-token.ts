import { defineSecret } from '../define-secret.ts';

export const sonarToken = defineSecret({
  id: 'secrets/sonar-token',
  title: 'SonarQube token',
  provider: 'Sonar',
  shape: 'sq[upa]_<h40>',
  gitleaks: 'sonar-api-token',
  opens: 'It reads source code and findings and, as a user or global token, changes quality gates and projects.',
  revoke:
    'Revoke it under My account → Security (global ones: Administration → Security → Users) and use a project token.',
  bad: [
    { path: '.env', code: 'SONAR_TOKEN={secret}' },
    { path: 'scan.sh', code: 'sonar-scanner -Dsonar.token={secret}' },
  ],
  good: [
    { path: 'scan.sh', code: 'sonar-scanner -Dsonar.token=$SONAR_TOKEN' },
    { path: '.env', code: 'SONAR_TOKEN=sqp_xxxx' },
  ],
});
