import { oncePer } from '../../../lib/once-per.ts';
import { listOf, textOf } from '../../../lib/yaml/node.ts';
import type { Job } from '../model/job.ts';
import type { Pipeline } from '../model/pipeline.ts';

/** Whether the artifacts of one GitLab job are there in another, should both run. */
export function receivesArtifacts(pipeline: Pipeline, from: Job, to: Job): boolean {
  if (from === to) return false;
  const listed = to.body.get('dependencies');
  if (listed && !listOf(listed).some((item) => textOf(item) === from.name)) return false;
  if (to.needs) return to.needs.some(({ job, artifacts }) => artifacts && job === from.name);
  const stages = stagesOf(pipeline);
  return (stages.get(from.stage ?? 'test') ?? 0) < (stages.get(to.stage ?? 'test') ?? 0);
}

const stagesOf = oncePer(({ document }: Pipeline): ReadonlyMap<string, number> => {
  const written = document.list('stages').flatMap((item) => textOf(item) ?? []);
  const middle = written.length > 0 ? written : ['build', 'test', 'deploy'];
  return new Map(['.pre', ...middle, '.post'].map((name, index) => [name, index]));
});
