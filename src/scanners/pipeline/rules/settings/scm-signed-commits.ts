import { askSettings } from '../../facts/ask.ts';

import type { PipelineRule } from '../../rule.ts';

export const scmSignedCommits: PipelineRule = {
  id: 'pipeline/scm-signed-commits',
  title: 'Unsigned commits are accepted',
  severity: 'low',
  confidence: 'high',
  cwe: [345],
  tags: ['CICD-SEC-1', 'CIS-1.1.12', 'SLSA-source'],
  why: 'Author and committer of a commit are free text; only a signature tells who made it.',
  fix: 'Reject unsigned commits on protected branches.',
  dialects: ['gitlab', 'github'],
  bad: [
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "gitlab": {"push_rule": {"reject_unsigned_commits": false}}}',
      beside: { '.gitlab-ci.yml': 'a:\n  script: make test\n' },
    },
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "github": {"rules": []}}',
      beside: {
        '.github/workflows/ci.yml':
          'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: make test\n',
      },
    },
  ],
  good: [
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "gitlab": {"push_rule": {"reject_unsigned_commits": true}}}',
      beside: { '.gitlab-ci.yml': 'a:\n  script: make test\n' },
    },
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "github": {"rules": [{"type": "required_signatures"}]}}',
      beside: {
        '.github/workflows/ci.yml':
          'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: make test\n',
      },
    },
  ],
  checks: {
    repository: askSettings('whether commits must be signed', {
      gitlab(facts, all) {
        if (!facts.push_rule) return undefined;
        return facts.push_rule.reject_unsigned_commits === true
          ? []
          : [{ at: all.at('gitlab', 'push_rule'), message: 'commits need no signature' }];
      },
      github(facts, all) {
        if (!facts.rules) return undefined;
        return facts.rules.some(({ type }) => type === 'required_signatures')
          ? []
          : [{ at: all.at('github', 'rules'), message: 'commits need no signature' }];
      },
    }),
  },
};
