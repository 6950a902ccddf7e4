import type { YamlScalar } from '../../../lib/yaml/node.ts';
import type { Job } from '../model/job.ts';

/** The label or tag that says that a job runs on a machine of its owner, not on one that the platform throws away. */
export function ownMachine({ runner }: Job): YamlScalar | undefined {
  return runner.find(({ text }) => /^(?:self-hosted|on-?prem(?:ises)?|bare-?metal|shell)$/i.test(text));
}

/** Whether one machine can take both jobs: it has all the labels that a job asks for, and may have more. */
export function canShareMachine(one: Job, other: Job): boolean {
  const [a, b] = [labels(one), labels(other)];
  if ([...a, ...b].some((label) => label.includes('$'))) return false;
  return a.every((label) => b.includes(label)) || b.every((label) => a.includes(label));
}

function labels({ runner }: Job): readonly string[] {
  return runner.map(({ text }) => text.toLowerCase());
}
