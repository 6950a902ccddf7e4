import { askSettings } from '../../facts/ask.ts';

import type { PipelineRule } from '../../rule.ts';

export const scmProtectedInMr: PipelineRule = {
  id: 'pipeline/scm-protected-in-mr',
  title: 'Merge requests get protected variables',
  severity: 'medium',
  confidence: 'high',
  cwe: [284],
  tags: ['CICD-SEC-4'],
  why: 'Between two protected branches a merge request pipeline runs unreviewed code with protected variables and runners.',
  fix: 'Keep protected variables and runners out of merge request pipelines.',
  dialects: ['gitlab'],
  bad: [
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "gitlab": {"project": {"protect_merge_request_pipelines": false}}}',
      beside: { '.gitlab-ci.yml': 'a:\n  script: make test\n' },
    },
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "gitlab": {"project": {"protect_merge_request_pipelines": false, "visibility": "public"}}}',
      beside: { '.gitlab-ci.yml': 'a:\n  script: make test\n' },
    },
  ],
  good: [
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "gitlab": {"project": {"protect_merge_request_pipelines": true}}}',
      beside: { '.gitlab-ci.yml': 'a:\n  script: make test\n' },
    },
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "gitlab": {"project": {"protect_merge_request_pipelines": true, "visibility": "public"}}}',
      beside: { '.gitlab-ci.yml': 'a:\n  script: make test\n' },
    },
  ],
  checks: {
    repository: askSettings('whether merge requests get protected variables', {
      gitlab(facts, all) {
        const allowed = facts.project?.protect_merge_request_pipelines;
        if (allowed === undefined) return undefined;
        return allowed
          ? []
          : [
              {
                at: all.at('gitlab', 'project', 'protect_merge_request_pipelines'),
                message: 'merge request pipelines get protected variables and runners',
              },
            ];
      },
    }),
  },
};
