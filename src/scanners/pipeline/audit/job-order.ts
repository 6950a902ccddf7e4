import { findJob } from '../model/find-job.ts';
import type { Job } from '../model/job.ts';
import type { Pipeline } from '../model/pipeline.ts';

/** Which jobs surely end before another begins. */
export interface JobOrder {
  /** The jobs that it waits for, directly or through others. */
  before(job: Job): ReadonlySet<Job>;
}

const stagesByDefault = ['.pre', 'build', 'test', 'deploy', '.post'];

/**
 * `needs` orders jobs; without it a GitLab job waits for all earlier stages. `dependencies` chooses artifacts and orders
 * nothing (GitLab documentation, "CI/CD YAML syntax reference", needs, stages, dependencies).
 */
export function jobOrder(pipeline: Pipeline): JobOrder {
  const stages = stageNumbers(pipeline);
  const known = new Map<Job, ReadonlySet<Job>>();
  const stageOf = (job: Job): number => stages.get(job.stage ?? 'test') ?? stages.get('test') ?? 0;

  const direct = (job: Job): readonly Job[] => {
    if (job.needs) return job.needs.flatMap((need) => findJob(pipeline, need.job) ?? []);
    if (pipeline.dialect !== 'gitlab') return [];
    return pipeline.jobs.filter((other) => stageOf(other) < stageOf(job));
  };
  const collect = (job: Job): ReadonlySet<Job> => {
    const found = known.get(job);
    if (found) return found;
    const all = new Set<Job>();
    // Set first, so that needs that go round end.
    known.set(job, all);
    for (const earlier of direct(job)) {
      all.add(earlier);
      for (const one of collect(earlier)) all.add(one);
    }
    return all;
  };
  return { before: collect };
}

function stageNumbers({ document }: Pipeline): ReadonlyMap<string, number> {
  const given = document.list('stages').flatMap((item) => (item.kind === 'scalar' ? [item.text] : []));
  const names =
    given.length === 0
      ? stagesByDefault
      : ['.pre', ...given.filter((name) => name !== '.pre' && name !== '.post'), '.post'];
  return new Map(names.map((name, index) => [name, index]));
}
