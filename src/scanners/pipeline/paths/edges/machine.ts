import { oncePer } from '../../../../lib/once-per.ts';
import { canShareMachine, ownMachine } from '../own-machine.ts';
import type { Passage, Place } from '../place.ts';
import { trustedPlaces, type Scene } from '../scene.ts';
import { named } from '../wording.ts';

/** A machine that lives on after a job: what was left there waits for the next one. */
export function* machinePassages(from: Place, scene: Scene): Generator<Passage> {
  const label = ownMachine(from.job);
  if (!label) return;
  for (const { place: into, found } of onOwnMachines(scene)) {
    if (into.job === from.job || !canShareMachine(from.job, into.job)) continue;
    yield {
      into,
      through: 'a runner',
      rule: 'pipeline/self-hosted-untrusted',
      unknown: 'whether the machine is thrown away after each job',
      steps: [
        { at: label.range, message: `it runs on a machine of your own (${label.text}) and can stay there` },
        { at: found[0]?.range ?? into.job.at, message: `${named(into)} runs on the same machines` },
      ],
    };
  }
}

const onOwnMachines = oncePer((scene: Scene) =>
  trustedPlaces(scene, (job) => {
    const label = ownMachine(job);
    return label ? [label] : [];
  }),
);
