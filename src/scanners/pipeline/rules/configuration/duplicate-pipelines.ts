import type { PipelineRule } from '../../rule.ts';

const job = (rules: string, workflow = '') => ({
  path: '.gitlab-ci.yml',
  code: `${workflow}test:\n  script: [make test]\n  rules:\n${rules}`,
});

export const duplicatePipelines: PipelineRule = {
  id: 'pipeline/duplicate-pipelines',
  title: 'Two pipelines for the same commit',
  severity: 'low',
  confidence: 'high',
  cwe: [400],
  tags: ['CICD-SEC-7'],
  why: 'A push to a branch with an open merge request starts a branch pipeline and a merge request pipeline: everything runs twice, and one may pass what the other refuses.',
  fix: 'Choose one kind with `workflow: rules`, or leave the branch pipeline out while `CI_OPEN_MERGE_REQUESTS` is set.',
  references: ['https://docs.gitlab.com/ci/jobs/job_rules/#avoid-duplicate-pipelines'],
  dialects: ['gitlab'],
  pedantic: true,
  bad: [
    job('    - when: always\n'),
    job('    - if: $CI_PIPELINE_SOURCE == "merge_request_event"\n    - if: $CI_COMMIT_BRANCH\n'),
    job('    - if: $CI_PIPELINE_SOURCE != "schedule"\n', 'workflow:\n  rules:\n    - when: always\n'),
  ],
  good: [
    job('    - if: $CI_PIPELINE_SOURCE == "merge_request_event"\n    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH\n'),
    { path: '.gitlab-ci.yml', code: 'test:\n  script: [make test]\n' },
    job(
      '    - when: always\n',
      'workflow:\n  rules:\n    - if: $CI_PIPELINE_SOURCE == "merge_request_event"\n    - if: $CI_COMMIT_BRANCH && $CI_OPEN_MERGE_REQUESTS\n      when: never\n    - if: $CI_COMMIT_BRANCH\n',
    ),
  ],
  checks: {
    *pipeline(pipeline, audit) {
      if (pipeline.component || pipeline.startedBy !== undefined) return;
      const matrix = audit.scenarios(pipeline);
      const twice = pipeline.jobs.filter((one) => {
        const runs = matrix.runsOf(one).filter(({ runs: answer }) => answer === 'yes');
        return both.every((id) => runs.some(({ scenario }) => scenario.id === id));
      });
      const [first, ...others] = twice;
      if (!first) return;
      const more = others.length === 0 ? ' runs' : ` and ${others.length} more jobs run`;
      yield {
        at: first.at,
        message: `${first.name}${more} for the push and again for the merge request of a branch`,
        subject: 'duplicate-pipelines',
      };
    },
  },
};

const both = ['push-branch', 'merge-request'];
