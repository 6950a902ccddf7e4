import type { Example } from '../../../../model/rule.ts';

/** A GitLab pipeline of one job that runs these commands. */
export function gitlabRelease(...commands: readonly string[]): Example {
  return { path: '.gitlab-ci.yml', code: `publish:\n  script:\n${commands.map((line) => `    - ${line}\n`).join('')}` };
}

/** A workflow of one job with these steps, each as it stands behind the dash. */
export function githubRelease(...steps: readonly string[]): Example {
  const lines = steps.map((step) => `      - ${step}\n`).join('');
  return {
    path: '.github/workflows/release.yml',
    code: `on: push\njobs:\n  publish:\n    runs-on: ubuntu-24.04\n    permissions:\n      id-token: write\n    steps:\n${lines}`,
  };
}
