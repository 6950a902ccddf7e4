import type { Audit } from '../audit/audit.ts';
import type { Job } from '../model/job.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { canRun, type Scenario } from '../scenarios/scenario.ts';
import type { Place } from './place.ts';

/** The pipelines of one repository, between which ways may lead. */
export interface Scene {
  readonly pipelines: readonly Pipeline[];
  readonly audit: Audit;
}

/** The pipelines by the repository that they are of: what lies under one `.github` or beside one `.gitlab-ci.yml`. */
export function scenesOf(pipelines: readonly Pipeline[], audit: Audit): readonly Scene[] {
  const byRoot = new Map<string, Pipeline[]>();
  for (const pipeline of pipelines) {
    if (pipeline.thin || pipeline.action || (pipeline.dialect !== 'github' && pipeline.dialect !== 'gitlab')) continue;
    const { uri } = pipeline.source;
    const root = `${pipeline.dialect} ${uri.replace(/(?:\.github\/workflows\/)?[^/]*$/, '')}`;
    const beside = byRoot.get(root) ?? [];
    byRoot.set(root, beside);
    beside.push(pipeline);
  }
  return [...byRoot.values()].map((beside) => ({ pipelines: beside, audit }));
}

/** The job in the ways of starting that a condition names; undefined when it runs in none of them. */
export function placeOf(
  job: Job,
  pipeline: Pipeline,
  { audit }: Scene,
  privileged: boolean,
  wanted: (scenario: Scenario) => boolean,
): Place | undefined {
  const scenarios = audit
    .scenarios(pipeline)
    .runsOf(job)
    .flatMap((run) => (canRun(run) && wanted(run.scenario) ? [run.scenario] : []));
  return scenarios.length === 0 ? undefined : { pipeline, job, scenarios, privileged };
}

/** A run of those who are trusted, with the rights of the repository. */
export function isTrusted({ privileged, starter, checkout, id }: Scenario): boolean {
  return privileged === true && starter !== 'outsider' && checkout !== 'outsider' && id !== 'pull-request';
}

/** The jobs that run for those who are trusted, each with what is found of it; those of which nothing is are left out. */
export function trustedPlaces<T>(
  scene: Scene,
  find: (job: Job) => readonly T[],
): readonly { readonly place: Place; readonly found: readonly T[] }[] {
  return scene.pipelines.flatMap((pipeline) =>
    pipeline.jobs.flatMap((job) => {
      const found = find(job);
      const place = found.length > 0 ? placeOf(job, pipeline, scene, true, isTrusted) : undefined;
      return place ? [{ place, found }] : [];
    }),
  );
}

/** The job in the same runs as another one. */
export function placeBeside({ scenarios, pipeline, privileged }: Place, job: Job, scene: Scene): Place | undefined {
  return placeOf(job, pipeline, scene, privileged, (scenario) => scenarios.some(({ id }) => id === scenario.id));
}
