import { askSettings } from '../../facts/ask.ts';

import type { PipelineRule } from '../../rule.ts';

export const scmForkPipelines: PipelineRule = {
  id: 'pipeline/scm-fork-pipelines',
  title: 'Code of forks runs with the rights of the project',
  severity: 'high',
  confidence: 'high',
  cwe: [284],
  tags: ['CICD-SEC-4'],
  why: 'The definition comes from the fork, and the pipeline runs on the runners of the project with its unprotected variables and the token of the member who starts it.',
  fix: 'Do not run pipelines of forks in the parent project; on GitHub let maintainers approve workflows of all outside contributors.',
  dialects: ['gitlab', 'github'],
  bad: [
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "gitlab": {"project": {"ci_allow_fork_pipelines_to_run_in_parent_project": true}}}',
      beside: { '.gitlab-ci.yml': 'a:\n  script: make test\n' },
    },
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "github": {"fork_approval": {"approval_policy": "first_time_contributors"}}}',
      beside: {
        '.github/workflows/ci.yml':
          'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: make test\n',
      },
    },
  ],
  good: [
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "gitlab": {"project": {"ci_allow_fork_pipelines_to_run_in_parent_project": false}}}',
      beside: { '.gitlab-ci.yml': 'a:\n  script: make test\n' },
    },
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "github": {"fork_approval": {"approval_policy": "all_external_contributors"}}}',
      beside: {
        '.github/workflows/ci.yml':
          'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: make test\n',
      },
    },
  ],
  checks: {
    repository: askSettings('whether pipelines of forks run here', {
      gitlab(facts, all) {
        const allowed = facts.project?.ci_allow_fork_pipelines_to_run_in_parent_project;
        if (allowed === undefined) return undefined;
        if (!allowed) return [];
        return [
          {
            at: all.at('gitlab', 'project', 'ci_allow_fork_pipelines_to_run_in_parent_project'),
            message: 'merge requests of forks can be run in this project',
          },
        ];
      },
      github(facts, all) {
        if (!facts.fork_approval) return undefined;
        const policy = facts.fork_approval.approval_policy;
        if (policy === 'all_external_contributors') return [];
        return [
          {
            at: all.at('github', 'fork_approval'),
            message: `pull requests of outsiders start workflows after one contribution (${policy})`,
          },
        ];
      },
    }),
  },
};
