import type { PipelineRule } from '../../rule.ts';
import { textOfJob } from './deploy-settings.ts';
import { deploysToProduction } from './production.ts';

const job = (rest: string) => ({
  path: '.gitlab-ci.yml',
  code: `deploy:\n  script: [./deploy.sh]\n  environment: production\n${rest}`,
});

export const noDeployWindow: PipelineRule = {
  id: 'pipeline/no-deploy-window',
  title: 'Production can be deployed at any time',
  severity: 'low',
  confidence: 'medium',
  cwe: [693],
  tags: ['CICD-SEC-1'],
  why: 'At night and on holidays nobody watches and nobody is there to take it back; attackers choose that time.',
  fix: 'Set a freeze period and let the job obey it (`if: $CI_DEPLOY_FREEZE` with `when: never`), or ask `portcullis gate deploy`, which knows windows.',
  dialects: ['gitlab'],
  pedantic: true,
  bad: [job(''), job('  only: [main]\n')],
  good: [
    job('  rules:\n    - if: $CI_DEPLOY_FREEZE\n      when: never\n    - if: $CI_COMMIT_BRANCH == "main"\n'),
    {
      path: '.gitlab-ci.yml',
      code: 'deploy:\n  script: [portcullis gate deploy, ./deploy.sh]\n  environment: production\n',
    },
  ],
  checks: {
    *job(one) {
      if (!deploysToProduction(one) || /CI_DEPLOY_FREEZE|portcullis gate deploy/.test(textOfJob(one))) return;
      yield { at: one.environment?.name.range ?? one.at, message: `${one.name} knows no time when it must not run` };
    },
  },
};
