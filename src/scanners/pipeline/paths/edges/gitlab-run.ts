import { textOf } from '../../../../lib/yaml/node.ts';
import { findReleases } from '../../gates/find-releases.ts';
import { receivesArtifacts } from '../../taint/artifact-flow.ts';
import type { Passage, Place } from '../place.ts';
import { placeBeside, type Scene } from '../scene.ts';

/** GitLab, within a run: artifacts that are released, variables of reports, pipelines that a job writes. */
export function* gitlabRunPassages(from: Place, scene: Scene): Generator<Passage> {
  const { pipeline, job } = from;
  const artifacts = job.body.entry('artifacts');
  if (!from.privileged || artifacts?.value.kind !== 'map') return;
  const at = artifacts.key.range;
  const dotenv = artifacts.value.map('reports')?.entry('dotenv');
  for (const other of pipeline.jobs) {
    if (!receivesArtifacts(pipeline, job, other)) continue;
    const into = placeBeside(from, other, scene);
    if (!into) continue;
    if (startsWritten(into, job.name)) {
      const message = `${other.name} starts the pipeline that ${job.name} writes`;
      yield {
        into,
        through: 'a child pipeline',
        steps: [
          { at, message: 'that code writes the artifacts' },
          { at: other.at, message },
        ],
      };
    } else if (dotenv) {
      const message = `that code chooses the variables that ${job.name} reports`;
      const taken = `${other.name} is started with all of them, BASH_ENV and LD_PRELOAD if it wants`;
      yield {
        into,
        through: 'a report of variables',
        steps: [
          { at: dotenv.key.range, message },
          { at: other.at, message: taken },
        ],
      };
    } else if (artifacts.value.get('paths')) {
      const release = findReleases(pipeline).find((one) => one.job === other);
      if (!release) continue;
      const message = `that code makes what ${job.name} keeps`;
      yield {
        into,
        through: 'an artifact',
        steps: [
          { at, message },
          { at: release.at, message: `${other.name} takes it over (${release.name})` },
        ],
      };
    }
  }
}

/** Whether the job starts a child pipeline out of another one's artifact. */
export function startsWritten({ job }: Pick<Place, 'job'>, by?: string): boolean {
  return (job.body.map('trigger')?.list('include') ?? []).some(
    (item) =>
      item.kind === 'map' && item.get('artifact') !== undefined && (by === undefined || textOf(item.get('job')) === by),
  );
}
