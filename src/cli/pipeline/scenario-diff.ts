import type { Pipeline } from '../../scanners/pipeline/model/pipeline.ts';
import type { JobRun, Scenario, ScenarioMatrix } from '../../scanners/pipeline/scenarios/scenario.ts';

/** A job that runs in a way of starting in which it did not run before. */
export interface NewlyReachable {
  readonly pipeline: string;
  readonly job: string;
  readonly scenario: Scenario;
  readonly before: JobRun['runs'] | 'absent';
  readonly now: JobRun['runs'];
}

export interface Evaluated {
  readonly pipeline: Pipeline;
  readonly matrix: ScenarioMatrix;
}

/** How easily a job is reached, from not at all to by itself. */
const reach: readonly (JobRun['runs'] | 'absent')[] = ['absent', 'no', 'manual', 'unknown', 'yes'];

/** What a change makes easier to reach. */
export function newlyReachable(before: readonly Evaluated[], now: readonly Evaluated[]): readonly NewlyReachable[] {
  const earlier = new Map(
    before.flatMap(({ pipeline, matrix }) =>
      pipeline.jobs.flatMap((job) =>
        matrix.runsOf(job).map((run) => [keyOf(pipeline, job.name, run.scenario), run.runs] as const),
      ),
    ),
  );
  return now.flatMap(({ pipeline, matrix }) =>
    pipeline.jobs.flatMap((job) =>
      matrix.runsOf(job).flatMap(({ scenario, runs }): readonly NewlyReachable[] => {
        const was = earlier.get(keyOf(pipeline, job.name, scenario)) ?? 'absent';
        const easier = runs !== 'no' && reach.indexOf(runs) > reach.indexOf(was);
        return easier ? [{ pipeline: pipeline.source.uri, job: job.name, scenario, before: was, now: runs }] : [];
      }),
    ),
  );
}

function keyOf({ source }: Pipeline, job: string, { id }: Scenario): string {
  return JSON.stringify([source.uri, job, id]);
}
