import type { PipelineRule } from '../../rule.ts';

const job = (rest: string) => ({ path: '.gitlab-ci.yml', code: `scan:\n  script: [gitleaks detect]\n${rest}` });

export const unreachableJob: PipelineRule = {
  id: 'pipeline/unreachable-job',
  title: 'Job that never runs',
  severity: 'medium',
  confidence: 'high',
  cwe: [561, 693],
  tags: ['CICD-SEC-1'],
  why: 'It looks like a part of the pipeline, perhaps like a gate, and no way of starting a pipeline reaches it.',
  fix: 'Correct its rules, or remove it.',
  dialects: ['gitlab'],
  bad: [
    job('  rules:\n    - when: never\n'),
    job('  rules:\n    - if: $CI_COMMIT_TAG && $CI_COMMIT_BRANCH\n'),
    job('  rules:\n    - if: $CI_PIPELINE_SOURCE == "merge_request"\n'),
  ],
  good: [
    job(''),
    job('  rules:\n    - if: $CI_PIPELINE_SOURCE == "merge_request_event"\n'),
    job('  rules:\n    - if: $RUN_SCAN\n'),
  ],
  checks: {
    *job(one, pipeline, audit) {
      const runs = audit.scenarios(pipeline).runsOf(one);
      if (runs.length === 0 || runs.some((run) => run.runs !== 'no')) return;
      const texts = [pipeline.source.text, one.at.source.text];
      if (texts.some((text) => sourcesWithoutScenario.test(text))) return;
      yield { at: one.at, message: `${one.name} runs in none of the ways a pipeline can start` };
    },
  },
};

/** Values of `CI_PIPELINE_SOURCE` that are no scenario of their own: a job for them is not unreachable. */
const sourcesWithoutScenario = /parent_pipeline|external|chat|ondemand|security_orchestration|webide/;
