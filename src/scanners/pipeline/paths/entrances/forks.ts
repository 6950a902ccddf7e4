import { isForMembersOnly } from '../../github/entry-guards.ts';
import { waitsForMembers } from '../../github/members-check.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import { ownMachine } from '../own-machine.ts';
import type { Foothold } from '../place.ts';
import { placeOf, type Scene } from '../scene.ts';
import { named } from '../wording.ts';

/** Jobs that a fork's pull request starts on machines of the owner: without rights, and yet on that machine. */
export function* openedByForks(pipeline: Pipeline, scene: Scene): Generator<Foothold> {
  const visibility = scene.audit.facts?.github?.repository?.visibility ?? '';
  // Nobody outside can open a pull request in a private repository.
  if (visibility === 'private' || visibility === 'internal') return;
  for (const job of pipeline.jobs) {
    if (!ownMachine(job) || job.environment || isForMembersOnly(job) || waitsForMembers(job, pipeline)) continue;
    const place = placeOf(job, pipeline, scene, false, ({ id }) => id === 'pull-request-fork');
    if (!place) continue;
    const at = pipeline.document.entry('on')?.key.range ?? job.at;
    const message = `a pull request of a fork starts ${named(place)}, whose steps are its own`;
    yield { ...place, by: 'outsider', steps: [{ at, message }], crossed: false };
  }
}
