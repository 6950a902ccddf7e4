import { jobOrder } from '../../audit/job-order.ts';
import { findJob } from '../../model/find-job.ts';
import type { PipelineRule } from '../../rule.ts';

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
          yield { at: item.range, message: `${other.name} has no artifacts: nothing is fetched from it` };
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
