import type { Example } from '../../../model/rule.ts';

/** A GitLab pipeline of one job with a script of these lines. */
export function gitlabScript(...lines: readonly string[]): Example {
  const items = lines.map((line) => `    - |\n      ${line.replaceAll('\n', '\n      ')}\n`);
  return { path: '.gitlab-ci.yml', code: `job:\n  script:\n${items.join('')}` };
}

/**
 * A workflow of one job with a step of these lines.
 *
 * @param env the step's environment, as `NAME: value` lines
 */
export function githubScript(env: readonly string[], ...lines: readonly string[]): Example {
  const variables = env.length > 0 ? `        env:\n${env.map((line) => `          ${line}\n`).join('')}` : '';
  const script = lines.map((line) => `          ${line.replaceAll('\n', '\n          ')}\n`).join('');
  return {
    path: '.github/workflows/ci.yml',
    code: `on: [issues, pull_request_target, push]\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: |\n${script}${variables}`,
  };
}
