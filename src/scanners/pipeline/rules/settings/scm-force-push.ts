import { askSettings } from '../../facts/ask.ts';

import type { PipelineRule } from '../../rule.ts';

export const scmForcePush: PipelineRule = {
  id: 'pipeline/scm-force-push',
  title: 'History of a protected branch can be rewritten',
  severity: 'high',
  confidence: 'high',
  cwe: [284],
  tags: ['CICD-SEC-1', 'CIS-1.1.16'],
  why: 'Who rewrites history removes the evidence of what was built and can put a reviewed commit aside.',
  fix: 'Forbid force pushes on every protected branch.',
  dialects: ['gitlab', 'github'],
  bad: [
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "gitlab": {"protected_branches": [{"name": "main", "allow_force_push": true}]}}',
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
  good: [
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "gitlab": {"protected_branches": [{"name": "main", "allow_force_push": false}]}}',
      beside: { '.gitlab-ci.yml': 'a:\n  script: make test\n' },
    },
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "github": {"rules": [{"type": "non_fast_forward"}]}}',
      beside: {
        '.github/workflows/ci.yml':
          'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: make test\n',
      },
    },
  ],
  checks: {
    repository: askSettings('whether branches can be force-pushed', {
      gitlab(facts, all) {
        return facts.protected_branches?.flatMap(({ name, allow_force_push: allowed }, index) =>
          allowed === true
            ? [{ at: all.at('gitlab', 'protected_branches', index), message: `${name} can be force-pushed` }]
            : [],
        );
      },
      github(facts, all) {
        if (!facts.rules) return undefined;
        if (facts.rules.some(({ type }) => type === 'non_fast_forward')) return [];
        return [{ at: all.at('github', 'rules'), message: 'no rule blocks force pushes to the default branch' }];
      },
    }),
  },
};
