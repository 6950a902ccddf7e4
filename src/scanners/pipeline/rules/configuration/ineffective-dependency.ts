import { jobOrder } from '../../audit/job-order.ts';
import { findJob } from '../../model/find-job.ts';
import { lineStart } from '../../../../lib/text/line-start.ts';
import type { TextRange } from '../../../../lib/text/source-text.ts';
import { textOf } from '../../../../lib/yaml/node.ts';
import type { Job } from '../../model/job.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import type { IssueFix, PipelineRule } from '../../rule.ts';

const two = (artifacts: string, rest: string) => ({
  path: '.gitlab-ci.yml',
  code: `stages: [build, scan]\nbuild:\n  stage: build\n  script: [make]\n${artifacts}scan:\n${rest}  script: [./scan.sh]\n  dependencies: [build]\n`,
});

export const ineffectiveDependency: PipelineRule = {
  id: 'pipeline/ineffective-dependency',
  title: 'Dependency that does nothing',
  severity: 'low',
  confidence: 'high',
  cwe: [693],
  tags: ['CICD-SEC-1', 'CICD-SEC-9'],
  why: '`dependencies` only chooses whose artifacts are fetched. It orders nothing, and of a job without artifacts it fetches nothing: the link that it seems to make between two jobs does not exist.',
  fix: 'Use `needs` to wait for a job; hand over what is meant as an artifact, or by its digest.',
  dialects: ['gitlab'],
  bad: [two('', '  stage: scan\n'), two('  artifacts: { paths: [out/] }\n', '  stage: build\n')],
  good: [
    two('  artifacts: { paths: [out/] }\n', '  stage: scan\n'),
    two('  artifacts: { reports: { dotenv: build.env } }\n', '  stage: scan\n'),
    { path: '.gitlab-ci.yml', code: 'scan:\n  script: [./scan.sh]\n  dependencies: []\n' },
  ],
  checks: {
    *job(job, pipeline) {
      for (const item of job.body.list('dependencies')) {
        const other = item.kind === 'scalar' ? findJob(pipeline, item.text) : undefined;
        if (!other || other.unresolved) continue;
        if (!other.body.map('artifacts')) {
          const waits = jobOrder(pipeline).before(job).has(other);
          const fix = waits ? undefined : ownStage(job, other, pipeline);
          yield {
            at: item.range,
            message: `${other.name} has no artifacts: nothing is fetched from it${waits ? '' : `, and ${job.name} does not wait for it`}`,
            ...(!waits && { severity: 'medium' as const }),
            ...(fix && { fixes: [fix] }),
          };
        } else if (!jobOrder(pipeline).before(job).has(other)) {
          yield {
            at: item.range,
            message: `${job.name} does not wait for ${other.name}: dependencies order nothing`,
            severity: 'medium',
          };
        }
      }
    },
  },
};

/**
 * What the line seems to say: the job comes after the other, in a stage behind its own, and fetches nothing. Undefined
 * where that is not a matter of two lines.
 */
function ownStage(job: Job, other: Job, { document, jobs }: Pipeline): IssueFix | undefined {
  const listed = job.body.entry('dependencies');
  const stage = job.body.get('stage');
  const stages = document.list('stages');
  const before = stages.find((item) => textOf(item) === other.stage);
  if (!listed || stage?.kind !== 'scalar' || before?.kind !== 'scalar' || job.stage !== other.stage) return undefined;
  const isAlone =
    job.body.list('dependencies').length === 1 && !job.needs && !jobs.some((one) => one.stage === job.name);
  const { source, start, end } = before.range;
  const begin = lineStart(source.text, start);
  const dash = source.text.slice(begin, start);
  const files = [stage.range.source, listed.key.range.source, listed.value.range.source];
  if (!isAlone || !/^\s*-\s+$/.test(dash) || files.some((one) => one !== source)) return undefined;
  const shared = job.body.range;
  if (stage.range.start < shared.start || stage.range.end > shared.end || /[^\w-]/.test(job.name)) return undefined;
  return {
    description: `run ${job.name} in a stage of its own, behind ${other.name}`,
    safe: false,
    edits: [
      { at: { source, start: end, end }, text: `\n${dash}${job.name}` },
      { at: stage.range, text: job.name },
      { at: { source, start: listed.key.range.end, end: trimmedEnd(listed.value.range) }, text: ': []' },
    ],
  };
}

function trimmedEnd({ source, start, end }: TextRange): number {
  return start + source.text.slice(start, end).trimEnd().length;
}
