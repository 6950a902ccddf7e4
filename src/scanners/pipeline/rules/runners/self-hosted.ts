import type { Example } from '../../../../model/rule.ts';
import type { Job } from '../../model/job.ts';

/** Whether a workflow's job runs on a machine of its owner (GitHub documentation, "Using self-hosted runners"). */
export function isSelfHosted({ runner }: Job): boolean {
  return runner.some(({ text }) => text === 'self-hosted');
}

/** The example on such a machine. */
export function selfHosted(example: Example): Example {
  return { ...example, code: example.code.replace('ubuntu-24.04', '[self-hosted, linux]') };
}
