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
    'It acts as the user or app that it was issued to: reads private repositories, pushes code, changes workflows and so reaches the secrets of their runs.',
  revoke:
    "Revoke it under Settings → Developer settings → Personal access tokens (OAuth and app tokens: Applications) and read the security log. In workflows use the job's GITHUB_TOKEN with least permissions, elsewhere a GitHub App.",
  references: [
    'https://docs.github.com/authentication/keeping-your-account-and-data-secure/about-authentication-to-github',
  ],
  bad: [
    { path: '.env', code: 'GITHUB_TOKEN={secret}' },
    { path: 'clone.sh', code: 'git clone https://x-access-token:{secret}@github.com/acme/api.git' },
    { path: 'api.json', code: '{"headers": "{\\"Authorization\\": \\"token {secret}\\"}"}' },
  ],
  good: [
    { path: 'ci.yml', code: 'GITHUB_TOKEN: ${{ secrets.GITHUB_TOKEN }}' },
    { path: 'README.md', code: 'export GITHUB_TOKEN=ghp_xxxxxxxxxxxxxxxxxxxx' },
    { path: 'test.ts', code: "expect(mask('ghp_short')).toBe('***');" },
  ],
});
