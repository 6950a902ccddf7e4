import { askSettings } from '../../facts/ask.ts';
import { isSecretName } from '../../model/secret-name.ts';
import type { PipelineRule } from '../../rule.ts';

export const variableScope: PipelineRule = {
  id: 'pipeline/variable-scope',
  title: 'One secret for all environments',
  severity: 'medium',
  confidence: 'high',
  cwe: [668],
  tags: ['CICD-SEC-2', 'CICD-SEC-6'],
  why: 'A job of the test environment holds what opens production.',
  fix: 'Give each environment its own variable with its own scope.',
  dialects: ['gitlab'],
  bad: [
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "gitlab": {"variables": [{"key": "DB_PASSWORD", "environment_scope": "*"}], "protected_environments": [{"name": "production"}]}}',
      beside: { '.gitlab-ci.yml': 'a:\n  script: make test\n' },
    },
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "gitlab": {"variables": [{"key": "API_SECRET", "environment_scope": "*"}, {"key": "REGION", "environment_scope": "production"}]}}',
      beside: { '.gitlab-ci.yml': 'a:\n  script: make test\n' },
    },
  ],
  good: [
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "gitlab": {"variables": [{"key": "DB_PASSWORD", "environment_scope": "production"}], "protected_environments": [{"name": "production"}]}}',
      beside: { '.gitlab-ci.yml': 'a:\n  script: make test\n' },
    },
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "gitlab": {"variables": [{"key": "NPM_TOKEN", "environment_scope": "*"}]}}',
      beside: { '.gitlab-ci.yml': 'a:\n  script: make test\n' },
    },
  ],
  checks: {
    repository: askSettings('which environments get which variables', {
      gitlab(facts, all) {
        const scoped = facts.variables?.some(({ environment_scope: scope = '*' }) => scope !== '*') ?? false;
        const environments = facts.protected_environments?.length ?? 0;
        return facts.variables?.flatMap(({ key, environment_scope: scope }, index) =>
          scope === '*' && isSecretName(key) && (scoped || environments > 0)
            ? [{ at: all.at('gitlab', 'variables', index), message: `${key} is the same for all environments` }]
            : [],
        );
      },
    }),
  },
};
