import type { TextRange } from '../../../lib/text/source-text.ts';
import type { Audit } from '../audit/audit.ts';
import { jobOrder } from '../audit/job-order.ts';
import { addAfter } from '../fix/edit-entry.ts';
import { endOfJob, itemLines } from '../fix/whole-lines.ts';
import type { Job } from '../model/job.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { IssueFix } from '../rule.ts';
import { canRun } from '../scenarios/scenario.ts';
import { receivesArtifacts } from '../taint/artifact-flow.ts';
import type { Gate } from './find-gates.ts';
import { findReleases, type Release } from './find-releases.ts';
import { imageOperand, imageWord } from './image-argument.ts';

const archive = 'image.tar';

/** How scanners are told to look at an archive instead of a name in a registry (their manuals). */
const archiveArguments: ReadonlyMap<string, string> = new Map([
  ['trivy', `--input ${archive}`],
  ['grype', `docker-archive:${archive}`],
]);

/**
 * Lets an image be scanned before it is pushed; undefined where more than these jobs would have to change.
 *
 * In one job the scan goes in front of the push. Otherwise the job that builds hands the image over in an archive, the
 * scan looks at that, and a job of its own pushes it when the scan has passed.
 */
export function scanFirst(release: Release, scan: Gate, pipeline: Pipeline, audit: Audit): IssueFix | undefined {
  if (pipeline.dialect !== 'gitlab' || !release.command || !scan.run) return undefined;
  if (findReleases(pipeline).some((other) => other !== release && other.job === release.job)) return undefined;
  return release.job === scan.job ? inOneJob(release, scan) : inThreeJobs(release, scan, pipeline, audit);
}

function inOneJob(release: Release, scan: Gate): IssueFix | undefined {
  const push = itemLines(release.job.body, release.at);
  const lines = itemLines(scan.job.body, scan.at);
  if (!push || !lines || push.start >= lines.start) return undefined;
  const text = lines.source.text.slice(lines.start, lines.end);
  return {
    description: 'scan before it is pushed',
    safe: false,
    edits: [
      { at: { ...push, end: push.start }, text: text.endsWith('\n') ? text : `${text}\n` },
      { at: lines, text: '' },
    ],
  };
}

function inThreeJobs(
  { job, command, step, at }: Release,
  scan: Gate,
  pipeline: Pipeline,
  audit: Audit,
): IssueFix | undefined {
  const { body } = job;
  const [script, stage] = [body.entry('script'), scan.job.body.text('stage')];
  const pushed = command && imageWord(command);
  const scanned = scan.run && imageWord(scan.run.command);
  const input = archiveArguments.get(scan.run?.command.name ?? '');
  if (!command || step?.kind !== 'run' || !pushed || !scan.run || !scanned || input === undefined || !script)
    return undefined;
  const isPlainPush = /^(?:docker|podman) push \S+$/.test(at.source.text.slice(at.start, at.end));
  const isSame = isSameImage(imageOperand(command, job.variables), imageOperand(scan.run.command, scan.job.variables));
  if (
    !isPlainPush ||
    !isSame ||
    stage === undefined ||
    body.get('artifacts') ||
    !receivesArtifacts(pipeline, job, scan.job)
  )
    return undefined;
  if (!runsWherever(scan.job, job, pipeline, audit) || isUsedEarlier(pushed.text, job, scan.job, pipeline))
    return undefined;
  const kept = addAfter(script, `artifacts:\n  paths: [${archive}]\n  access: developer\n  expire_in: 1 day`);
  const end = endOfJob(scan.job);
  const name = freeName(pipeline);
  if (!kept || !end || end.source !== at.source) return undefined;
  const tool = command.name ?? 'docker';
  const job3 = [
    `${name}:`,
    `  extends: ${job.name}`,
    `  stage: ${stage}`,
    `  needs: [${job.name}, ${scan.job.name}]`,
    '  script:',
    `    - ${tool} load --input ${archive}`,
    `    - ${tool} push ${pushed.text}`,
    '  artifacts: null',
  ];
  return {
    description: `hand the image over as ${archive}, scan that, push it in ${name} afterwards`,
    safe: false,
    edits: [
      { at, text: `${tool} save --output ${archive} ${pushed.text}` },
      kept,
      { at: scan.run.step.script.range(scanned.start, scanned.end), text: input },
      { at: end, text: `${needsNewline(end) ? '\n' : ''}${job3.join('\n')}\n` },
    ],
  };
}

function needsNewline({ source, start }: TextRange): boolean {
  return start > 0 && source.text[start - 1] !== '\n';
}

function isSameImage(one: ReturnType<typeof imageOperand>, other: ReturnType<typeof imageOperand>): boolean {
  return one !== undefined && other !== undefined && one.repository === other.repository && one.tag === other.tag;
}

/** Whether the one job runs for certain wherever the other can. */
function runsWherever(one: Job, other: Job, pipeline: Pipeline, audit: Audit): boolean {
  const matrix = audit.scenarios(pipeline);
  const runs = matrix.runsOf(one);
  return matrix.runsOf(other).every((run, index) => !canRun(run) || runs[index]?.runs === 'yes');
}

/** Whether another job takes the image, or waits for it to be there, before the scan has ended. */
function isUsedEarlier(name: string, build: Job, scan: Job, pipeline: Pipeline): boolean {
  const order = jobOrder(pipeline);
  return pipeline.jobs.some((job) => {
    if (job === build || job === scan) return false;
    const { source, start, end } = job.body.range;
    const names = job.needs?.some((need) => need.job === build.name) ?? false;
    return names || (!order.before(job).has(scan) && source.text.slice(start, end).includes(name));
  });
}

function freeName({ document }: Pipeline): string {
  let name = 'push_image';
  for (let number = 2; document.get(name); number++) name = `push_image_${number}`;
  return name;
}
