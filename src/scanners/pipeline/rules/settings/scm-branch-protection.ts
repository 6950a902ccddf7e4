import { askSettings } from '../../facts/ask.ts';
import { allowsDevelopers, covers } from './protected-ref.ts';
import type { PipelineRule } from '../../rule.ts';

export const scmBranchProtection: PipelineRule = {
  id: 'pipeline/scm-branch-protection',
  title: 'Default branch is not protected',
  severity: 'high',
  confidence: 'high',
  cwe: [284, 862],
  tags: ['CICD-SEC-1', 'CIS-1.1.3', 'SLSA-source'],
  why: 'Anybody with push access changes what is released, the pipeline included, without a review.',
  fix: 'Protect the default branch: nobody pushes, maintainers merge, and a wildcard does not open it again.',
  dialects: ['gitlab', 'github'],
  bad: [
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "gitlab": {"project": {"default_branch": "main"}, "protected_branches": []}}',
      beside: { '.gitlab-ci.yml': 'a:\n  script: make test\n' },
    },
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "gitlab": {"project": {"default_branch": "main"}, "protected_branches": [{"name": "ma*", "push_access_levels": [{"access_level": 30}]}]}}',
      beside: { '.gitlab-ci.yml': 'a:\n  script: make test\n' },
    },
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "github": {"rules": [{"type": "deletion"}]}}',
      beside: {
        '.github/workflows/ci.yml':
          'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: make test\n',
      },
    },
  ],
  good: [
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "gitlab": {"project": {"default_branch": "main"}, "protected_branches": [{"name": "main", "push_access_levels": [{"access_level": 0}]}]}}',
      beside: { '.gitlab-ci.yml': 'a:\n  script: make test\n' },
    },
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "github": {"rules": [{"type": "pull_request"}]}}',
      beside: {
        '.github/workflows/ci.yml':
          'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: make test\n',
      },
    },
  ],
  checks: {
    repository: askSettings('which branches are protected', {
      gitlab(facts, all) {
        const branch = facts.project?.default_branch;
        if (!facts.protected_branches || branch === undefined) return undefined;
        const rules = facts.protected_branches.flatMap((rule, index) =>
          covers(rule.name, branch) ? [{ rule, index }] : [],
        );
        if (rules.length === 0)
          return [
            {
              at: all.at('gitlab', 'protected_branches'),
              message: `${branch} is not protected: anybody with push access can change it`,
            },
          ];
        return rules.flatMap(({ rule, index }) =>
          allowsDevelopers(rule.push_access_levels)
            ? [
                {
                  at: all.at('gitlab', 'protected_branches', index),
                  message: `developers may push to ${branch} without a merge request (rule ${rule.name})`,
                },
              ]
            : [],
        );
      },
      github(facts, all) {
        if (!facts.rules) return undefined;
        if (facts.rules.some(({ type }) => type === 'pull_request')) return [];
        return [
          {
            at: all.at('github', 'rules'),
            message: 'no rule asks for a pull request before the default branch changes',
          },
        ];
      },
    }),
  },
};
