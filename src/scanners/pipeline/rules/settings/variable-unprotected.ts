import { askSettings } from '../../facts/ask.ts';
import { isSecretName } from '../../model/secret-name.ts';
import type { PipelineRule } from '../../rule.ts';

export const variableUnprotected: PipelineRule = {
  id: 'pipeline/variable-unprotected',
  title: 'Secret variable reaches every branch',
  severity: 'high',
  confidence: 'high',
  cwe: [522, 668],
  tags: ['CICD-SEC-6', 'CICD-SEC-2'],
  why: 'Whoever can push any branch can read it: a job that prints it is enough.',
  fix: 'Mark the variable as protected, so that only protected branches and tags get it.',
  dialects: ['gitlab'],
  bad: [
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "gitlab": {"variables": [{"key": "DEPLOY_TOKEN", "protected": false, "masked": true}]}}',
      beside: { '.gitlab-ci.yml': 'a:\n  script: make test\n' },
    },
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "gitlab": {"variables": [{"key": "AWS_SECRET_ACCESS_KEY", "protected": false}]}}',
      beside: { '.gitlab-ci.yml': 'a:\n  script: make test\n' },
    },
  ],
  good: [
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "gitlab": {"variables": [{"key": "DEPLOY_TOKEN", "protected": true}]}}',
      beside: { '.gitlab-ci.yml': 'a:\n  script: make test\n' },
    },
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "gitlab": {"variables": [{"key": "NODE_ENV", "protected": false}]}}',
      beside: { '.gitlab-ci.yml': 'a:\n  script: make test\n' },
    },
  ],
  checks: {
    repository: askSettings('which variables are protected', {
      gitlab(facts, all) {
        return facts.variables?.flatMap(({ key, protected: isProtected }, index) =>
          isProtected === false && isSecretName(key)
            ? [{ at: all.at('gitlab', 'variables', index), message: `${key} is there on every branch` }]
            : [],
        );
      },
    }),
  },
};
