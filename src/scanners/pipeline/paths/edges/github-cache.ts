import { oncePer } from '../../../../lib/once-per.ts';
import { githubScenarios } from '../../scenarios/github/github-scenarios.ts';
import { cachesOf, meets } from '../github-caches.ts';
import type { Passage, Place } from '../place.ts';
import { trustedPlaces, type Scene } from '../scene.ts';
import { named } from '../wording.ts';

/** Runs of the default branch save caches that the runs of all branches and tags restore. */
const savesForAll: ReadonlySet<string> = new Set(
  githubScenarios.flatMap(({ id, ref }) => (ref === 'default' ? id : [])),
);

/**
 * Caches of GitHub: a branch reads its own and those of the default branch, and the events of strangers run in the
 * default branch's context (GitHub documentation, "Dependency caching reference", restrictions for accessing a cache).
 */
export function* githubCachePassages(from: Place, scene: Scene): Generator<Passage> {
  if (!from.privileged || !from.scenarios.some(({ id }) => savesForAll.has(id))) return;
  const saving = cachesOf(from.job, scene.audit.files).filter(({ saves }) => saves);
  for (const { place, found: restored } of restoringJobs(scene)) {
    if (place.job === from.job) continue;
    const found = restored.flatMap((use) => {
      const equal = saving.find((one) => meets(one, use) === 'equal');
      const how = equal ? 'equal' : meets(undefined, use);
      return how === undefined ? [] : [{ use, equal }];
    });
    const best = found.find(({ equal }) => equal) ?? found[0];
    if (!best) continue;
    const { use, equal } = best;
    yield {
      into: place,
      through: 'a cache',
      rule: 'pipeline/cache-poisoning',
      ...(!equal && { unknown: 'whether that code gets at the token by which the runner saves caches' }),
      steps: [
        equal
          ? {
              at: equal.at,
              message: `the cache of ${equal.name} is saved for the default branch, with what that code left in it`,
            }
          : {
              at: from.job.at,
              message: `that code can save a cache under any key for the default branch, which ${named(from)} runs for`,
            },
        { at: use.at, message: `${named(place)} restores it (${use.name}) and goes on with what is in it` },
      ],
    };
  }
}

const restoringJobs = oncePer((scene: Scene) =>
  trustedPlaces(scene, (job) => cachesOf(job, scene.audit.files).filter(({ restores }) => restores)),
);
