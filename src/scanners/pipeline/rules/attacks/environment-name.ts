import type { PipelineRule } from '../../rule.ts';
import { chooserOf, pathTo } from './chosen-name.ts';

export const environmentName: PipelineRule = {
  id: 'pipeline/environment-name',
  title: 'Whoever names a branch chooses the environment',
  severity: 'high',
  confidence: 'medium',
  cwe: [639, 88],
  tags: ['CICD-SEC-4', 'CICD-SEC-5'],
  why: 'Variables are scoped to environments by name. A branch that is called like an environment, or a value that is typed in by hand, gets the secrets of that environment and is recorded as its deployment.',
  fix: 'Give the name a fixed beginning such as `review/`, or one job for each real environment, with rules.',
  dialects: ['gitlab'],
  bad: [
    { path: '.gitlab-ci.yml', code: 'deploy:\n  script: ./deploy.sh\n  environment:\n    name: $CI_COMMIT_REF_NAME\n' },
    { path: '.gitlab-ci.yml', code: 'deploy:\n  script: ./deploy.sh\n  environment:\n    name: $CI_COMMIT_REF_SLUG\n' },
    {
      path: '.gitlab-ci.yml',
      code: 'variables:\n  WHERE:\n    description: environment to deploy to\n    value: staging\ndeploy:\n  script: ./deploy.sh\n  environment: ${WHERE}\n',
    },
  ],
  good: [
    {
      path: '.gitlab-ci.yml',
      code: 'deploy:\n  script: ./deploy.sh\n  environment:\n    name: review/$CI_COMMIT_REF_NAME\n',
    },
    {
      path: '.gitlab-ci.yml',
      code: 'variables:\n  WHERE:\n    description: environment to deploy to\n    value: staging\n    options: [staging, qa]\ndeploy:\n  script: ./deploy.sh\n  environment: ${WHERE}\n',
    },
    {
      path: '.gitlab-ci.yml',
      code: 'deploy:\n  script: ./deploy.sh\n  environment: $CI_COMMIT_BRANCH\n  rules:\n    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH\n',
    },
  ],
  checks: {
    *job(job, pipeline, audit) {
      const { environment } = job;
      if (environment?.action !== 'start' || !environment.name.text.startsWith('$')) return;
      const taint = audit.taint(pipeline).of(job);
      const untrusted = chooserOf(environment.name.text, taint, audit.scenarios(pipeline).runsOf(job));
      if (!untrusted) return;
      const at = environment.name.range;
      // Of another job the name is written out: that is the one to call a branch by.
      const real = pipeline.jobs.find((other) => other.environment && /^[\w-]+$/.test(other.environment.name.text));
      const such = real?.environment ? `, such as ${real.environment.name.text},` : '';
      const message = `${untrusted.source} decides which environment${such} and which of its secrets the job gets`;
      yield { at, message, path: pathTo(untrusted, at, message), ...(!real && { severity: 'medium' as const }) };
    },
  },
};
