import { findGates } from '../../gates/find-gates.ts';
import { gateTitles, type GateKind } from '../../gates/gate-kind.ts';
import { findReleases } from '../../gates/find-releases.ts';
import { canRun } from '../../scenarios/scenario.ts';
import type { PipelineRule } from '../../rule.ts';

const release = (rule: string) =>
  `release:\n  stage: deploy\n  script: [./deploy.sh]\n  environment: production\n  rules:\n    - if: ${rule}\n`;
const gate = (rule: string) => `scan:\n  script: [gitleaks detect]\n  rules:\n    - if: ${rule}\n`;

export const gateScenarioGap: PipelineRule = {
  id: 'pipeline/gate-scenario-gap',
  title: 'Release that a gate does not see',
  severity: 'high',
  confidence: 'high',
  cwe: [693],
  tags: ['CICD-SEC-1'],
  why: 'In one of the ways the pipeline can start, the release runs and the gate does not: everybody who knows it goes that way.',
  fix: 'Give the gate rules that hold whenever those of the release do.',
  dialects: ['gitlab'],
  bad: [
    {
      path: '.gitlab-ci.yml',
      code: gate('$CI_PIPELINE_SOURCE == "merge_request_event"') + release('$CI_COMMIT_BRANCH == "main"'),
    },
    { path: '.gitlab-ci.yml', code: gate('$CI_COMMIT_BRANCH') + release('$CI_COMMIT_TAG') },
  ],
  good: [
    { path: '.gitlab-ci.yml', code: gate('$CI_COMMIT_BRANCH') + release('$CI_COMMIT_BRANCH == "main"') },
    { path: '.gitlab-ci.yml', code: gate('$CI_COMMIT_TAG') + release('$CI_COMMIT_TAG =~ /^v\\d+$/') },
  ],
  checks: {
    *pipeline(pipeline, audit) {
      const matrix = audit.scenarios(pipeline);
      const gates = findGates(pipeline);
      const kinds = [...new Set(gates.flatMap((one) => one.kinds.filter(isExamination)))].map((kind) => {
        const jobs = new Set(gates.filter((gate) => gate.kinds.includes(kind)).map(({ job }) => job));
        const isAbsent = matrix.scenarios.map((_, index) =>
          [...jobs].every((job) => matrix.runsOf(job)[index]?.runs === 'no'),
        );
        return {
          kind,
          jobs,
          isAbsent,
          names: [...jobs]
            .map(({ name }) => name)
            .slice(0, 5)
            .join(', '),
        };
      });
      const seen = new Set<string>();
      for (const one of findReleases(pipeline)) {
        for (const { kind, jobs, isAbsent, names } of kinds) {
          if (jobs.has(one.job)) continue;
          const open = matrix
            .runsOf(one.job)
            .filter((run, index) => canRun(run) && run.scenario.starter !== 'outsider' && isAbsent[index]);
          const [first] = open;
          const key = `${one.job.name} ${kind}`;
          if (!first || seen.has(key)) continue;
          seen.add(key);
          const titles = open
            .map(({ scenario }) => scenario.title)
            .slice(0, 3)
            .join(', ');
          yield {
            at: one.at,
            message: `${one.job.name} runs without the ${gateTitles[kind]} (${names}) on: ${titles}`,
            subject: key,
            ...(first.runs === 'unknown' && { confidence: 'medium' as const }),
          };
        }
      }
    },
  },
};

/** Kinds that look for something; others prove or record. */
function isExamination(kind: GateKind): boolean {
  return kind !== 'sbom' && kind !== 'signature' && kind !== 'verification' && kind !== 'dast';
}
