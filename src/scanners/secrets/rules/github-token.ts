import { defineSecret } from '../define-secret.ts';
import { crc62 } from '../proof/crc62.ts';

export const githubToken = defineSecret({
  id: 'secrets/github-token',
  title: 'GitHub token',
  provider: 'GitHub',
  shape: 'gh[pousr]_<A36-255>',
  proof: crc62(),
  severity: 'critical',
  gitleaks: 'github-pat',
  opens:
    'Whoever has it acts as the user or app that issued it: reads private repositories, pushes code, changes workflows and reads what their runs print.',
  revoke:
    'Revoke it under Settings → Developer settings → Personal access tokens (or Applications, for an OAuth token). In workflows use the job’s own GITHUB_TOKEN with least permissions, elsewhere a GitHub App or OIDC.',
  references: [
    'https://docs.github.com/authentication/keeping-your-account-and-data-secure/about-authentication-to-github',
  ],
  bad: [
    { path: '.env', code: 'GITHUB_TOKEN={secret}' },
    { path: 'clone.sh', code: 'git clone https://x-access-token:{secret}@github.com/acme/api.git' },
  ],
  good: [
    { path: 'ci.yml', code: 'GITHUB_TOKEN=${{ secrets.GITHUB_TOKEN }}' },
    { path: 'README.md', code: 'export GITHUB_TOKEN=ghp_xxxxxxxxxxxxxxxxxxxx' },
  ],
});
