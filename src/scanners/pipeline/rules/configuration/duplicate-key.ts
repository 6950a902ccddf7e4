import type { PipelineRule } from '../../rule.ts';
import { problemsOf } from './problem-rule.ts';

export const duplicateKey: PipelineRule = {
  id: 'pipeline/duplicate-key',
  title: 'Key that is there twice',
  severity: 'medium',
  confidence: 'high',
  cwe: [1286],
  tags: ['CICD-SEC-7'],
  why: 'Only the last one counts: a reviewer reads the first, the runner obeys the second.',
  fix: 'Remove one, or merge both.',
  dialects: ['gitlab', 'github'],
  bad: [
    { path: '.gitlab-ci.yml', code: 'build:\n  script: [make]\n  script: [make test]\n' },
    { path: '.gitlab-ci.yml', code: 'a:\n  script: [make]\na:\n  script: [./deploy.sh]\n' },
    {
      path: '.github/workflows/a.yml',
      code: 'on: push\njobs:\n  a:\n    runs-on: x\n    env: { A: b }\n    env: { B: c }\n    steps: [{ run: make }]\n',
    },
    { path: '.github/workflows/a.yml', code: 'on: push\non: pull_request\njobs: {}\n' },
  ],
  good: [
    { path: '.gitlab-ci.yml', code: 'a:\n  script: [make]\nb:\n  script: [make]\n' },
    { path: '.gitlab-ci.yml', code: '.b: &b\n  script: [make]\na:\n  <<: *b\n  script: [make test]\n' },
    {
      path: '.github/workflows/a.yml',
      code: 'on: push\njobs:\n  a:\n    runs-on: x\n    env: { A: b }\n    steps: [{ run: make, env: { A: c } }]\n',
    },
    {
      path: '.github/workflows/a.yml',
      code: 'on: { push: {}, pull_request: {} }\njobs:\n  a: { runs-on: x, steps: [{ run: make }] }\n',
    },
  ],
  checks: { pipeline: (pipeline) => problemsOf(pipeline, 'duplicate-key') },
};
