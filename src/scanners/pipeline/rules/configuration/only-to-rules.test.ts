import { describe, expect, test } from 'vitest';
import { CollectedFiles } from '../../collected-files.ts';
import { readGitlabPipelines } from '../../gitlab/read-gitlab.ts';
import { scenarioMatrix } from '../../scenarios/scenario-matrix.ts';
import { onlyToRules } from './only-to-rules.ts';

function read(code: string) {
  const files = new CollectedFiles();
  files.add('.gitlab-ci.yml', code);
  const source = files.read('.gitlab-ci.yml');
  const [pipeline] = source ? readGitlabPipelines(source, files) : [];
  const job = pipeline?.jobs.find(({ name }) => name === 'job');
  if (!pipeline || !job) throw new Error('there is a job');
  const runs = scenarioMatrix(pipeline, files).runsOf(job);
  return { job, runs: runs.map((run) => [run.scenario.id, run.runs, run.mayFail]) };
}

function rewritten(code: string): string | undefined {
  const { job } = read(code);
  const only = job.body.entry('only');
  const fix = only && onlyToRules(job.body, only);
  const edits = [...(fix?.edits ?? [])].toSorted((a, b) => b.at.start - a.at.start);
  const text = edits.reduce((whole, { at, text: put }) => whole.slice(0, at.start) + put + whole.slice(at.end), code);
  return fix && text;
}

describe('rules that mean the same in every way a pipeline can start', () => {
  test.each([
    'only: [main]',
    'only:\n    - main\n    - tags',
    'only: [branches, merge_requests]',
    'only: [schedules, web]',
    'only:\n  - release/1.x\n  tags: [a]',
    'only: [main]\n  when: manual\n  allow_failure: true',
    'when: manual\n  allow_failure: false\n  only: [main, schedules]',
    'only: [main]\n  when: always\n  allow_failure: true',
  ])('%s', (only) => {
    const code = `job:\n  script: x\n  ${only}\n  stage: test\n`;
    const after = rewritten(code);
    expect(after).toContain('  rules:\n    - if: $CI_');
    const [before, now] = [read(code).runs, read(after ?? '').runs];
    // A tag can be called like a branch; only then `only` holds and the rules do not.
    const withoutTags = (runs: typeof before) => runs.filter(([id]) => !String(id).startsWith('tag'));
    expect(withoutTags(now)).toEqual(withoutTags(before));
    expect(after?.endsWith('\n  stage: test\n')).toBe(true);
  });
});

test.each([
  'only: [/^v/]',
  'only: [main@group/project]',
  'only: { refs: [main] }',
  'only: [main]\n  except: [tags]',
  'only: [main]\n  when: manual',
  'only: [main]\n  when: delayed\n  start_in: 1 hour',
  'only: [pushes]',
  'only: # why\n    - main',
])('what is more than a list of names is left: %s', (only) => {
  expect(rewritten(`job:\n  script: x\n  ${only}\n`)).toBeUndefined();
});
