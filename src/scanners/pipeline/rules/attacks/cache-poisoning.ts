import { findReleases } from '../../gates/find-releases.ts';
import { sharedCachesOf, sharesKey } from '../../paths/gitlab-caches.ts';
import { isTrusted } from '../../paths/scene.ts';
import type { Job } from '../../model/job.ts';
import { canRun, type ScenarioMatrix } from '../../scenarios/scenario.ts';
import type { PipelineRule } from '../../rule.ts';
import { cachePoisoningText } from '../joined-texts.ts';

const jobs = (cache: string, publish = '    - npm publish\n') => ({
  path: '.gitlab-ci.yml',
  code: `build:\n  cache:\n${cache}  script:\n    - npm ci\nrelease:\n  stage: deploy\n  cache:\n${cache}  script:\n    - npm ci\n${publish}  rules:\n    - if: $CI_COMMIT_TAG\n`,
});
const settings = '{"version":1,"gitlab":{"project":{"ci_separated_caches":false}}}';

export const cachePoisoning: PipelineRule = {
  id: 'pipeline/cache-poisoning',
  ...cachePoisoningText,
  severity: 'medium',
  confidence: 'medium',
  cwe: [349, 345],
  tags: ['CICD-SEC-9', 'CICD-SEC-4'],
  dialects: ['gitlab'],
  bad: [
    jobs('    key: npm\n    paths: [.npm]\n    unprotect: true\n'),
    {
      ...jobs('    key: { files: [package-lock.json] }\n    paths: [.npm]\n'),
      beside: { 'portcullis.facts.json': settings },
    },
  ],
  good: [
    jobs('    key: npm\n    paths: [.npm]\n'),
    jobs('    key: npm\n    paths: [.npm]\n    unprotect: true\n', ''),
    jobs('    key: $CI_COMMIT_SHA\n    paths: [.npm]\n    unprotect: true\n'),
  ],
  checks: {
    *pipeline(pipeline, audit) {
      const matrix = audit.scenarios(pipeline);
      const releasing = new Set(findReleases(pipeline).map(({ job }) => job));
      if (releasing.size === 0) return;
      const saved = pipeline.jobs
        .filter((job) => runsIn(job, matrix, false))
        .flatMap((job) => sharedCachesOf(job, audit).flatMap((cache) => (cache.saves ? [{ job, cache }] : [])));
      for (const job of releasing) {
        if (!runsIn(job, matrix, true)) continue;
        for (const cache of sharedCachesOf(job, audit)) {
          const from = cache.restores ? saved.find((one) => sharesKey(one.cache, cache)) : undefined;
          if (!from) continue;
          yield {
            at: cache.at,
            message: `${job.name} releases what it restores from the cache ${cache.key}, which ${from.job.name} saves on every branch`,
            subject: job.name,
          };
        }
      }
    },
  },
};

/** Whether a job runs for those who are trusted, or for others. */
function runsIn(job: Job, matrix: ScenarioMatrix, trusted: boolean): boolean {
  return matrix.runsOf(job).some((run) => canRun(run) && isTrusted(run.scenario) === trusted);
}
