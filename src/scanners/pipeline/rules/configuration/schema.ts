import type { PipelineRule } from '../../rule.ts';
import { problemsOf } from './problem-rule.ts';

const gh = (on: string, job: string) => ({
  path: '.github/workflows/a.yml',
  code: `on: ${on}\njobs:\n  a:\n    runs-on: x\n${job}    steps:\n      - run: make\n`,
});

export const schema: PipelineRule = {
  id: 'pipeline/schema',
  title: 'Definition that the platform refuses',
  severity: 'medium',
  confidence: 'high',
  cwe: [1286],
  tags: ['CICD-SEC-7'],
  why: 'No pipeline starts, or a part of it is not what it seems, and with it the gates that are written there.',
  fix: 'Correct what the message names.',
  dialects: ['gitlab', 'github'],
  bad: [
    { path: '.gitlab-ci.yml', code: 'build:\n  extends: build\n  script: [make]\n' },
    { path: '.gitlab-ci.yml', code: 'build:\n  extends: .missing\n  script: [make]\n' },
    { path: '.gitlab-ci.yml', code: 'stage: [build]\nbuild:\n  script: [make]\n' },
    { path: '.gitlab-ci.yml', code: 'build:\n  image: node:20.1.0\n' },
    gh('push', '    needs: [b]\n'),
    gh('pull_requst', ''),
    gh('push', '    permissions: { contents: writes }\n'),
  ],
  good: [
    gh('push', '    permissions: { contents: write }\n    if: true\n'),
    gh('{ push: , pull_request: { types: [opened] } }', '    continue-on-error: ${{ matrix.experimental }}\n'),
    { path: '.gitlab-ci.yml', code: '.base:\n  image: node:20.1.0\nbuild:\n  extends: .base\n  script: [make]\n' },
    {
      path: '.gitlab-ci.yml',
      code: 'include:\n  - project: a/b\n    file: base.yml\n    ref: v1\nbuild:\n  extends: .base\n',
    },
    { path: '.gitlab-ci.yml', code: 'stages: [build]\nbuild:\n  stage: build\n  script: [make]\n' },
  ],
  checks: { pipeline: (pipeline) => problemsOf(pipeline, 'schema', 'cycle', 'missing') },
};
