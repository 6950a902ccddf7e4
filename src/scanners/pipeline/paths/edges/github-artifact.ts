import { jobOrder } from '../../audit/job-order.ts';
import { codeSites } from '../../github/code-sites.ts';
import { findReleases } from '../../gates/find-releases.ts';
import type { Job } from '../../model/job.ts';
import type { UseStep } from '../../model/step.ts';
import type { Passage, Place } from '../place.ts';
import { placeBeside, type Scene } from '../scene.ts';
import { named } from '../wording.ts';

/** Artifacts and outputs of a job, which later jobs of the same run take. */
export function* githubArtifactPassages(from: Place, scene: Scene): Generator<Passage> {
  if (!from.privileged) return;
  const { pipeline } = from;
  const order = jobOrder(pipeline);
  const uploads = stepsOf(from.job, /^actions\/upload-artifact@/i);
  for (const job of pipeline.jobs) {
    if (job === from.job || !order.before(job).has(from.job)) continue;
    const into = placeBeside(from, job, scene);
    if (!into) continue;
    yield* byArtifact(from, into, uploads);
    yield* byOutput(from, into);
  }
}

function* byArtifact(from: Place, into: Place, uploads: readonly UseStep[]): Generator<Passage> {
  const taken = stepsOf(into.job, /^actions\/download-artifact@/i).filter(
    (step) => step.inputs?.get('run-id') === undefined,
  );
  for (const download of taken) {
    const upload = uploads.find((one) => hasName(one, download));
    if (!upload || !usesFiles(into, download)) continue;
    yield {
      into,
      through: 'an artifact',
      steps: [
        { at: upload.at, message: `${named(from)} uploads what that code made` },
        { at: download.at, message: `${named(into)} downloads it and uses it` },
      ],
    };
    return;
  }
}

function* byOutput(from: Place, into: Place): Generator<Passage> {
  const output = `needs.${from.job.name}.outputs.`.toLowerCase();
  const site = into.job.steps.flatMap(codeSites).find(({ use }) => use.source.toLowerCase().includes(output));
  if (!site || !from.job.body.get('outputs')) return;
  yield {
    into,
    through: 'an output',
    steps: [
      {
        at: from.job.body.entry('outputs')?.key.range ?? from.job.at,
        message: `that code chooses the outputs of ${named(from)}`,
      },
      { at: site.at, message: `${named(into)} puts one into its script before the script is read` },
    ],
  };
}

function stepsOf({ steps }: Job, action: RegExp): readonly UseStep[] {
  return steps.flatMap((step) => (step.kind === 'use' && action.test(step.uses.text) ? [step] : []));
}

/** Without a name all artifacts are downloaded; a pattern is a glob. */
function hasName({ inputs: uploaded }: UseStep, { inputs: wanted }: UseStep): boolean {
  const given = uploaded?.text('name') ?? 'artifact';
  const name = wanted?.text('name');
  const pattern = wanted?.text('pattern');
  if (name !== undefined) return name === given;
  if (pattern === undefined) return true;
  const fixed = pattern.replace(/[*?[{$].*$/s, '');
  return given.startsWith(fixed);
}

/** Whether the job publishes what it has, or runs something behind the download. */
function usesFiles({ job, pipeline }: Place, download: UseStep): boolean {
  if (findReleases(pipeline).some((release) => release.job === job)) return true;
  const behind = job.steps.slice(job.steps.indexOf(download) + 1);
  return behind.some(
    (step) =>
      step.kind === 'run' && /(?:^|[\s;&|(])\.{1,2}\/\S|\b(?:npm|make|bash|sh|source)\s/m.test(step.script.text),
  );
}
