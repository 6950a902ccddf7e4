import type { PipelineRule } from '../../rule.ts';

export const workflowRulesMissing: PipelineRule = {
  id: 'pipeline/workflow-rules-missing',
  title: 'Nobody says when a pipeline is started',
  severity: 'low',
  confidence: 'high',
  cwe: [400],
  tags: ['CICD-SEC-7'],
  why: 'Without workflow rules every event starts what happens to match, often a branch and a merge request pipeline for the same commit.',
  fix: 'Add `workflow: rules` for the events that are meant.',
  dialects: ['gitlab'],
  pedantic: true,
  bad: [
    { path: '.gitlab-ci.yml', code: 'a:\n  script: [make]\n' },
    { path: '.gitlab-ci.yml', code: 'workflow:\n  name: build\na:\n  script: [make]\n' },
  ],
  good: [
    { path: '.gitlab-ci.yml', code: 'workflow:\n  rules:\n    - if: $CI_COMMIT_BRANCH\na:\n  script: [make]\n' },
    { path: 'templates/a.yml', code: 'spec:\n  inputs: { b: }\n---\na:\n  script: [make]\n' },
    {
      path: '.gitlab-ci.yml',
      code: 'include:\n  - project: a/b\n    file: c.yml\n    ref: v1\na:\n  script: [make]\n',
    },
  ],
  checks: {
    *pipeline({ document, jobs, holes, source, startedBy, component }) {
      if (component || document.map('workflow')?.get('rules') || jobs.length === 0 || startedBy !== undefined) return;
      const at = jobs[0]?.at ?? { source, start: 0, end: 0 };
      if (holes.length > 0) yield { undecided: 'whether an include brings workflow rules', at };
      else yield { at: { source, start: 0, end: 0 }, message: 'there are no workflow rules', subject: 'workflow' };
    },
  },
};
