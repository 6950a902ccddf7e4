import { askSettings } from '../../facts/ask.ts';
import { isSecretName } from '../../model/secret-name.ts';
import type { PipelineRule } from '../../rule.ts';

export const variableUnmasked: PipelineRule = {
  id: 'pipeline/variable-unmasked',
  title: 'Secret variable is not masked in logs',
  severity: 'medium',
  confidence: 'high',
  cwe: [522, 532],
  tags: ['CICD-SEC-6', 'CICD-SEC-10'],
  why: 'Whatever prints it, a debug flag or an error message, writes it into a log that many can read.',
  fix: 'Mask the variable, better: hide it; a value that can not be masked is better a file or comes from a secrets manager.',
  dialects: ['gitlab'],
  bad: [
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "gitlab": {"variables": [{"key": "DB_PASSWORD", "masked": false, "protected": true}]}}',
      beside: { '.gitlab-ci.yml': 'a:\n  script: make test\n' },
    },
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "gitlab": {"variables": [{"key": "NPM_TOKEN", "masked": false}]}}',
      beside: { '.gitlab-ci.yml': 'a:\n  script: make test\n' },
    },
  ],
  good: [
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "gitlab": {"variables": [{"key": "DB_PASSWORD", "masked": true}]}}',
      beside: { '.gitlab-ci.yml': 'a:\n  script: make test\n' },
    },
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "gitlab": {"variables": [{"key": "REGION", "masked": false}]}}',
      beside: { '.gitlab-ci.yml': 'a:\n  script: make test\n' },
    },
  ],
  checks: {
    repository: askSettings('which variables are masked', {
      gitlab(facts, all) {
        return facts.variables?.flatMap(({ key, masked, hidden, variable_type: type }, index) =>
          masked === false && hidden !== true && type !== 'file' && isSecretName(key)
            ? [{ at: all.at('gitlab', 'variables', index), message: `${key} is printed as it is` }]
            : [],
        );
      },
    }),
  },
};
