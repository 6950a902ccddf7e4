import { oncePer } from '../../../../lib/once-per.ts';
import { permissionsOf } from '../../github/permissions.ts';
import { assetsOf } from '../assets.ts';
import type { Passage, Place } from '../place.ts';
import { placeOf, type Scene } from '../scene.ts';
import { named } from '../wording.ts';

/**
 * A token that may write contents and start workflows starts one by hand on a branch that it has written before: the
 * scripts that the workflow runs are that branch's (GitHub documentation, "Events that trigger workflows",
 * workflow_dispatch, which is not held back for GITHUB_TOKEN).
 */
export function* githubDispatchPassages(from: Place, scene: Scene): Generator<Passage> {
  if (!from.privileged || from.pipeline.dialect !== 'github') return;
  const { writes, entry } = permissionsOf(from.job, from.pipeline);
  const byDefault = scene.audit.facts?.github?.workflow_permissions?.default_workflow_permissions;
  if (
    writes === 'default'
      ? byDefault === 'read'
      : writes !== 'all' && !(writes.includes('actions') && writes.includes('contents'))
  )
    return;
  const isGuess = writes === 'default' && byDefault === undefined;
  for (const into of startable(scene)) {
    if (into.job === from.job) continue;
    const at = into.pipeline.document.entry('on')?.key.range ?? into.job.at;
    yield {
      into,
      through: 'a workflow that it starts',
      ...(isGuess && { unknown: 'whether the token of workflows without permissions may write in this repository' }),
      steps: [
        {
          at: entry?.key.range ?? from.job.at,
          message: `the token of ${named(from)} may write branches and start workflows`,
        },
        { at, message: `it starts ${named(into)} on a branch of its own` },
      ],
    };
  }
}

/** Jobs that can be started by hand, ask nobody, and take their orders from files of the branch. */
const startable = oncePer((scene: Scene): readonly Place[] =>
  scene.pipelines.flatMap((pipeline) =>
    pipeline.jobs.flatMap((job) => {
      const place = job.environment ? undefined : placeOf(job, pipeline, scene, true, ({ id }) => id === 'dispatch');
      const checksOut = job.steps.some((step) => step.kind === 'use' && /^actions\/checkout@/i.test(step.uses.text));
      return place && checksOut && assetsOf(place, scene).length > 0 ? [place] : [];
    }),
  ),
);
