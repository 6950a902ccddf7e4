import type { Job } from '../../model/job.ts';

/** The scripts of a job, one after the other. */
export function textOfSteps({ steps }: Job): string {
  return steps.flatMap((step) => (step.kind === 'run' ? [step.script.text.trimEnd()] : [])).join('\n');
}
