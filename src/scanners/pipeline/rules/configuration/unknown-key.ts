import type { PipelineRule } from '../../rule.ts';
import { problemsOf } from './problem-rule.ts';

const gh = (job: string) => ({
  path: '.github/workflows/a.yml',
  code: `on: push\njobs:\n  a:\n    runs-on: x\n${job}    steps:\n      - run: make\n`,
});

export const unknownKey: PipelineRule = {
  id: 'pipeline/unknown-key',
  title: 'Keyword that does not exist',
  severity: 'medium',
  confidence: 'high',
  cwe: [1286],
  tags: ['CICD-SEC-7'],
  why: 'A misspelled keyword does nothing: the rule, the limit or the gate that it should set is not there.',
  fix: 'Write the keyword that is meant.',
  dialects: ['gitlab', 'github'],
  bad: [
    { path: '.gitlab-ci.yml', code: 'build:\n  scripts: [make]\n  script: [make]\n' },
    { path: '.gitlab-ci.yml', code: 'build:\n  script: [make]\n  alow_failure: false\n' },
    gh('    permission: {}\n'),
    gh('    timeout_minutes: 5\n'),
  ],
  good: [
    { path: '.gitlab-ci.yml', code: 'build:\n  script: [make]\n  allow_failure: false\n' },
    { path: '.gitlab-ci.yml', code: '.anything:\n  words: [a]\nbuild:\n  script: [make]\n' },
    gh('    permissions: {}\n    timeout-minutes: 5\n'),
    gh(
      '    env:\n      anything: 1\n    strategy:\n      matrix:\n        whatever: [1, 2]\n        exclude: [{ whatever: 1 }]\n',
    ),
  ],
  checks: { pipeline: (pipeline) => problemsOf(pipeline, 'unknown-key') },
};
