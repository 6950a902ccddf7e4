import { askSettings } from '../../facts/ask.ts';

import type { PipelineRule } from '../../rule.ts';

export const scmJobToken: PipelineRule = {
  id: 'pipeline/scm-job-token',
  title: 'Token of every job reaches further than it must',
  severity: 'medium',
  confidence: 'high',
  cwe: [269],
  tags: ['CICD-SEC-5'],
  why: 'The token that every job holds by itself can write, or other projects accept it, so that any job is a way in.',
  fix: 'Keep the allowlist of the job token on and short, do not let it push; on GitHub make read the default and forbid approvals by workflows.',
  dialects: ['gitlab', 'github'],
  bad: [
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "gitlab": {"project": {"ci_job_token_scope_enabled": false}}}',
      beside: { '.gitlab-ci.yml': 'a:\n  script: make test\n' },
    },
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "github": {"workflow_permissions": {"default_workflow_permissions": "write"}}}',
      beside: {
        '.github/workflows/ci.yml':
          'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: make test\n',
      },
    },
  ],
  good: [
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "gitlab": {"project": {"ci_job_token_scope_enabled": true, "ci_push_repository_for_job_token_allowed": false}}}',
      beside: { '.gitlab-ci.yml': 'a:\n  script: make test\n' },
    },
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "github": {"workflow_permissions": {"default_workflow_permissions": "read", "can_approve_pull_request_reviews": false}}}',
      beside: {
        '.github/workflows/ci.yml':
          'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: make test\n',
      },
    },
  ],
  checks: {
    repository: askSettings('what the token of a job may do', {
      gitlab({ project }, all) {
        if (
          project?.ci_job_token_scope_enabled === undefined &&
          project?.ci_push_repository_for_job_token_allowed === undefined
        )
          return undefined;
        return [
          ...(project.ci_job_token_scope_enabled === false
            ? [
                {
                  at: all.at('gitlab', 'project', 'ci_job_token_scope_enabled'),
                  message: 'job tokens of every project are accepted here',
                },
              ]
            : []),
          ...(project.ci_push_repository_for_job_token_allowed === true
            ? [
                {
                  at: all.at('gitlab', 'project', 'ci_push_repository_for_job_token_allowed'),
                  message: 'every job can push to the repository',
                },
              ]
            : []),
        ];
      },
      github(facts, all) {
        const permissions = facts.workflow_permissions;
        if (!permissions) return undefined;
        return [
          ...(permissions.default_workflow_permissions === 'write'
            ? [
                {
                  at: all.at('github', 'workflow_permissions', 'default_workflow_permissions'),
                  message: 'workflows that say nothing get a token that can write everything',
                },
              ]
            : []),
          ...(permissions.can_approve_pull_request_reviews === true
            ? [
                {
                  at: all.at('github', 'workflow_permissions', 'can_approve_pull_request_reviews'),
                  message: 'a workflow can approve pull requests',
                },
              ]
            : []),
        ];
      },
    }),
  },
};
