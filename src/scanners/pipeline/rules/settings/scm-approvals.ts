import { askSettings } from '../../facts/ask.ts';

import type { PipelineRule } from '../../rule.ts';

export const scmApprovals: PipelineRule = {
  id: 'pipeline/scm-approvals',
  title: 'Changes need no approval',
  severity: 'high',
  confidence: 'high',
  cwe: [862],
  tags: ['CICD-SEC-1', 'CIS-1.1.3', 'SSDF-PW.7'],
  why: 'One stolen account, or one careless minute, is enough to change what is released.',
  fix: 'Require at least one approval of somebody else before a merge.',
  dialects: ['gitlab', 'github'],
  bad: [
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "gitlab": {"approvals": {"approvals_before_merge": 0}}}',
      beside: { '.gitlab-ci.yml': 'a:\n  script: make test\n' },
    },
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "github": {"rules": [{"type": "pull_request", "parameters": {"required_approving_review_count": 0}}]}}',
      beside: {
        '.github/workflows/ci.yml':
          'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: make test\n',
      },
    },
  ],
  good: [
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "gitlab": {"approvals": {"approvals_before_merge": 1}}}',
      beside: { '.gitlab-ci.yml': 'a:\n  script: make test\n' },
    },
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "github": {"rules": [{"type": "pull_request", "parameters": {"required_approving_review_count": 1}}]}}',
      beside: {
        '.github/workflows/ci.yml':
          'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: make test\n',
      },
    },
  ],
  checks: {
    repository: askSettings('how many approvals a merge needs', {
      gitlab(facts, all) {
        const count = facts.approvals?.approvals_before_merge;
        if (count === undefined) return undefined;
        return count > 0
          ? []
          : [{ at: all.at('gitlab', 'approvals'), message: 'a merge request can be merged without any approval' }];
      },
      github(facts, all) {
        if (!facts.rules) return undefined;
        const [rule] = facts.rules.flatMap((one, index) => (one.type === 'pull_request' ? [{ one, index }] : []));
        const count = rule?.one.parameters?.['required_approving_review_count'];
        if (typeof count === 'number' && count > 0) return [];
        return [
          {
            at: all.at('github', 'rules', rule?.index ?? 0),
            message: 'a pull request can be merged without any approving review',
          },
        ];
      },
    }),
  },
};
