import { askSettings } from '../../facts/ask.ts';

import type { PipelineRule } from '../../rule.ts';

export const scmSelfApprove: PipelineRule = {
  id: 'pipeline/scm-self-approve',
  title: 'Authors can approve their own changes',
  severity: 'high',
  confidence: 'high',
  cwe: [862],
  tags: ['CICD-SEC-1'],
  why: 'An approval by the author, or by whoever added a commit, is no second pair of eyes.',
  fix: 'Prevent approval by authors and by everybody who added commits.',
  dialects: ['gitlab', 'github'],
  bad: [
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "gitlab": {"approvals": {"merge_requests_author_approval": true}}}',
      beside: { '.gitlab-ci.yml': 'a:\n  script: make test\n' },
    },
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "github": {"rules": [{"type": "pull_request", "parameters": {"require_last_push_approval": false}}]}}',
      beside: {
        '.github/workflows/ci.yml':
          'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: make test\n',
      },
    },
  ],
  good: [
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "gitlab": {"approvals": {"merge_requests_author_approval": false, "merge_requests_disable_committers_approval": true}}}',
      beside: { '.gitlab-ci.yml': 'a:\n  script: make test\n' },
    },
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "github": {"rules": [{"type": "pull_request", "parameters": {"require_last_push_approval": true}}]}}',
      beside: {
        '.github/workflows/ci.yml':
          'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: make test\n',
      },
    },
  ],
  checks: {
    repository: askSettings('whether authors may approve', {
      gitlab({ approvals }, all) {
        if (!approvals) return undefined;
        const at = all.at('gitlab', 'approvals');
        return [
          ...(approvals.merge_requests_author_approval === true
            ? [{ at, message: 'authors may approve their own merge requests', subject: 'author' }]
            : []),
          ...(approvals.merge_requests_disable_committers_approval === false
            ? [{ at, message: 'who adds commits to a merge request may approve it', subject: 'committer' }]
            : []),
        ];
      },
      github(facts, all) {
        if (!facts.rules) return undefined;
        return facts.rules.flatMap(({ type, parameters }, index) =>
          type === 'pull_request' && parameters?.['require_last_push_approval'] === false
            ? [{ at: all.at('github', 'rules', index), message: 'who pushed last may approve their own push' }]
            : [],
        );
      },
    }),
  },
};
