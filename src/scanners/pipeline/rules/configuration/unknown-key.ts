import type { PipelineRule } from '../../rule.ts';
import { problemsOf } from './problem-rule.ts';

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
  ],
  good: [
    { path: '.gitlab-ci.yml', code: 'build:\n  script: [make]\n  allow_failure: false\n' },
    { path: '.gitlab-ci.yml', code: '.anything:\n  words: [a]\nbuild:\n  script: [make]\n' },
  ],
  checks: { pipeline: (pipeline) => problemsOf(pipeline, 'unknown-key') },
};
