import { findReleases } from '../../gates/find-releases.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import { sharedCachesOf } from '../gitlab-caches.ts';
import { ownMachine } from '../own-machine.ts';
import type { Foothold } from '../place.ts';
import { placeOf, type Scene } from '../scene.ts';

const requestIds: ReadonlySet<string> = new Set(['merge-request', 'push-branch']);

/**
 * GitLab: whoever may push opens a merge request, and its pipeline is the one that the request defines. Only jobs that
 * leave something behind which runs of others may take.
 */
export function* openedByRequests(pipeline: Pipeline, scene: Scene): Generator<Foothold> {
  const pushing = new Set(findReleases(pipeline).flatMap(({ what, job }) => (what === 'image' ? [job] : [])));
  for (const job of pipeline.jobs) {
    const saves = sharedCachesOf(job, scene.audit).some((cache) => cache.saves);
    if (!pushing.has(job) && !saves && !ownMachine(job)) continue;
    const place = placeOf(job, pipeline, scene, false, ({ id }) => requestIds.has(id));
    const [scenario] = place?.scenarios ?? [];
    if (!place || !scenario) continue;
    const message = `${scenario.title}: ${job.name} runs as its author wants`;
    yield { ...place, by: 'developer', steps: [{ at: job.at, message }], crossed: false };
  }
}
