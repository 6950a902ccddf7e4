import { askSettings } from '../../facts/ask.ts';

import type { PipelineRule } from '../../rule.ts';

export const scmStaleApproval: PipelineRule = {
  id: 'pipeline/scm-stale-approval',
  title: 'Approvals outlive the change that they approved',
  severity: 'high',
  confidence: 'high',
  cwe: [862, 367],
  tags: ['CICD-SEC-1', 'CIS-1.1.4'],
  why: 'After the approval another commit can be added, and it is merged unseen.',
  fix: 'Remove approvals when commits are added, and do not let merge requests override their approval rules.',
  dialects: ['gitlab', 'github'],
  bad: [
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "gitlab": {"approvals": {"reset_approvals_on_push": false}}}',
      beside: { '.gitlab-ci.yml': 'a:\n  script: make test\n' },
    },
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "github": {"rules": [{"type": "pull_request", "parameters": {"dismiss_stale_reviews_on_push": false}}]}}',
      beside: {
        '.github/workflows/ci.yml':
          'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: make test\n',
      },
    },
  ],
  good: [
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "gitlab": {"approvals": {"reset_approvals_on_push": true, "disable_overriding_approvers_per_merge_request": true}}}',
      beside: { '.gitlab-ci.yml': 'a:\n  script: make test\n' },
    },
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "github": {"rules": [{"type": "pull_request", "parameters": {"dismiss_stale_reviews_on_push": true}}]}}',
      beside: {
        '.github/workflows/ci.yml':
          'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: make test\n',
      },
    },
  ],
  checks: {
    repository: askSettings('whether approvals are reset by a push', {
      gitlab({ approvals }, all) {
        if (!approvals) return undefined;
        const at = all.at('gitlab', 'approvals');
        return [
          ...(approvals.reset_approvals_on_push === false
            ? [{ at, message: 'approvals stay when commits are added', subject: 'reset' }]
            : []),
          ...(approvals.disable_overriding_approvers_per_merge_request === false
            ? [{ at, message: 'a merge request may change its own approval rules', subject: 'override' }]
            : []),
        ];
      },
      github(facts, all) {
        return facts.rules?.flatMap(({ type, parameters }, index) =>
          type === 'pull_request' && parameters?.['dismiss_stale_reviews_on_push'] !== true
            ? [{ at: all.at('github', 'rules', index), message: 'reviews stay when commits are added' }]
            : [],
        );
      },
    }),
  },
};
