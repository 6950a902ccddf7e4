import { defineSecret } from '../define-secret.ts';
import { crc62 } from '../proof/crc62.ts';

export const githubFineGrainedToken = defineSecret({
  id: 'secrets/github-fine-grained-token',
  title: 'GitHub fine-grained token',
  provider: 'GitHub',
  shape: 'github_pat_<A22>_<A59>',
  proof: crc62(false),
  severity: 'critical',
  family: 'github-token',
  gitleaks: 'github-fine-grained-pat',
  opens:
    'It has the permissions picked for it on the chosen repositories: often contents and workflows, which is enough to run code in the pipeline.',
  revoke:
    "Revoke it under Settings → Developer settings → Fine-grained tokens and read the security log. Prefer a GitHub App or the job's GITHUB_TOKEN.",
  bad: [
    { path: '.env', code: 'GITHUB_TOKEN={secret}' },
    { path: '.npmrc', code: '//npm.pkg.github.com/:_authToken={secret}' },
  ],
  good: [
    { path: '.npmrc', code: '//npm.pkg.github.com/:_authToken=${GITHUB_TOKEN}' },
    { path: 'README.md', code: 'GITHUB_TOKEN=github_pat_11AAAAAAA0xxxxxxxxxxxxx_xxxx' },
  ],
});
