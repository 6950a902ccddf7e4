import { findJob } from '../model/find-job.ts';
import type { Job } from '../model/job.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { stageNumbers } from '../model/stage-numbers.ts';
import { oncePer } from '../../../lib/once-per.ts';

/** Which jobs surely end before another begins. */
export interface JobOrder {
  /** The jobs that it waits for, directly or through others. */
  before(job: Job): Pick<ReadonlySet<Job>, 'has'>;
}

/** Jobs in all remembered answers of a pipeline; beyond it they are found again each time. */
const mostRemembered = 1_000_000;

/**
 * `needs` orders jobs; without it a GitLab job waits for all earlier stages. `dependencies` chooses artifacts and orders
 * nothing (GitLab documentation, "CI/CD YAML syntax reference", needs, stages, dependencies). A need is always of the
 * same stage or an earlier one, so that a job waits for some jobs, and for all before some stage.
 */
export const jobOrder: (pipeline: Pipeline) => JobOrder = oncePer((pipeline) => {
  const stages = stageNumbers(pipeline);
  const stageOf = (job: Job): number => stages.get(job.stage ?? 'test') ?? stages.get('test') ?? 0;
  const waitsForStages = pipeline.dialect === 'gitlab';
  const known = new Map<Job, Pick<ReadonlySet<Job>, 'has'>>();
  let remembered = 0;

  const collect = (job: Job): { readonly named: ReadonlySet<Job>; readonly stage: number } => {
    const named = new Set<Job>();
    const open = [job];
    let stage = -1;
    for (let next = open.pop(); next; next = open.pop()) {
      if (!next.needs && waitsForStages) stage = Math.max(stage, stageOf(next));
      for (const { job: name } of next.needs ?? []) {
        const needed = findJob(pipeline, name);
        if (!needed || named.has(needed)) continue;
        named.add(needed);
        open.push(needed);
      }
    }
    return { named, stage };
  };
  return {
    before(job) {
      const found = known.get(job);
      if (found) return found;
      const { named, stage } = collect(job);
      const jobs = { has: (other: Job) => named.has(other) || stageOf(other) < stage };
      remembered += named.size + 1;
      if (remembered <= mostRemembered) known.set(job, jobs);
      return jobs;
    },
  };
});
