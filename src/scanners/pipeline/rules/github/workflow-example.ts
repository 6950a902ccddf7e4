import type { Example } from '../../../../model/rule.ts';

/** A workflow of one job. `top` are lines of the workflow, `steps` the lines of its steps, `job` lines of the job. */
export function workflow(
  on: string,
  steps: string,
  { top = '', job = '' }: { readonly top?: string; readonly job?: string } = {},
): Example {
  return {
    path: '.github/workflows/ci.yml',
    code: `on: ${on}\n${top}jobs:\n  a:\n    runs-on: ubuntu-24.04\n${job}    steps:\n${steps}`,
  };
}
