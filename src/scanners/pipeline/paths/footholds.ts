import type { Scene } from './scene.ts';
import type { Foothold } from './place.ts';
import { openedByWeaknesses } from './entrances/weaknesses.ts';
import { openedByForks } from './entrances/forks.ts';
import { openedByRequests } from './entrances/requests.ts';

/** Everywhere that somebody who is not trusted gets in, those whom a rule has found first. */
export function* findFootholds(scene: Scene): Generator<Foothold> {
  for (const pipeline of scene.pipelines) {
    yield* openedByWeaknesses(pipeline, scene);
    if (pipeline.dialect === 'github') yield* openedByForks(pipeline, scene);
    else yield* openedByRequests(pipeline, scene);
  }
}
