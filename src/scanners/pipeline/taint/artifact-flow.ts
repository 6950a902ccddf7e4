import { listOf, textOf } from '../../../lib/yaml/node.ts';
import type { Job } from '../model/job.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { stageNumbers } from '../model/stage-numbers.ts';

/** Whether the artifacts of one GitLab job are there in another, should both run. */
export function receivesArtifacts(pipeline: Pipeline, from: Job, to: Job): boolean {
  if (from === to) return false;
  const listed = to.body.get('dependencies');
  if (listed && !listOf(listed).some((item) => textOf(item) === from.name)) return false;
  if (to.needs) return to.needs.some(({ job, artifacts }) => artifacts && job === from.name);
  const stages = stageNumbers(pipeline);
  return (stages.get(from.stage ?? 'test') ?? 0) < (stages.get(to.stage ?? 'test') ?? 0);
}
