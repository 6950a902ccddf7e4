import { askSettings } from '../../facts/ask.ts';

import type { PipelineRule } from '../../rule.ts';

export const scmVariableOverride: PipelineRule = {
  id: 'pipeline/scm-variable-override',
  title: 'Developers can set variables of a pipeline',
  severity: 'medium',
  confidence: 'high',
  cwe: [269, 454],
  tags: ['CICD-SEC-5', 'CICD-SEC-4'],
  why: 'Variables given at the start override everything else, predefined ones included: they turn gates off and change what tools load.',
  fix: 'Let nobody, or only owners, set pipeline variables; use inputs with types and options instead.',
  dialects: ['gitlab'],
  bad: [
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "gitlab": {"project": {"ci_pipeline_variables_minimum_override_role": "developer"}}}',
      beside: { '.gitlab-ci.yml': 'a:\n  script: make test\n' },
    },
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "gitlab": {"project": {"ci_pipeline_variables_minimum_override_role": "maintainer"}}}',
      beside: { '.gitlab-ci.yml': 'a:\n  script: make test\n' },
    },
  ],
  good: [
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "gitlab": {"project": {"ci_pipeline_variables_minimum_override_role": "no_one_allowed"}}}',
      beside: { '.gitlab-ci.yml': 'a:\n  script: make test\n' },
    },
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "gitlab": {"project": {"ci_pipeline_variables_minimum_override_role": "owner"}}}',
      beside: { '.gitlab-ci.yml': 'a:\n  script: make test\n' },
    },
  ],
  checks: {
    repository: askSettings('who may set pipeline variables', {
      gitlab(facts, all) {
        const role = facts.project?.ci_pipeline_variables_minimum_override_role;
        if (role === undefined) return undefined;
        if (role === 'no_one_allowed' || role === 'owner') return [];
        return [
          {
            at: all.at('gitlab', 'project', 'ci_pipeline_variables_minimum_override_role'),
            message: `every ${role} can override any variable of a pipeline`,
          },
        ];
      },
    }),
  },
};
