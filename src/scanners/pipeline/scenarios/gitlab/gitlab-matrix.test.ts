import { array, assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SourceText } from '../../../../lib/text/source-text.ts';
import { readGitlabPipelines } from '../../gitlab/read-gitlab.ts';
import type { RepositoryFiles } from '../../model/repository-files.ts';
import { gitlabMatrix } from './gitlab-matrix.ts';

const empty: RepositoryFiles = { read: () => undefined, paths: () => [] };

/** Scenario id → what becomes of job `a`. */
function runs(text: string, files = empty): Readonly<Record<string, string>> {
  const [pipeline] = readGitlabPipelines(new SourceText('.gitlab-ci.yml', text), empty);
  if (!pipeline) throw new Error('no pipeline');
  const job = pipeline.jobs.find(({ name }) => name === 'a');
  if (!job) throw new Error('no job a');
  const matrix = gitlabMatrix(pipeline, files);
  return Object.fromEntries(matrix.runsOf(job).map((run) => [run.scenario.id, run.runs]));
}

const job = (body: string) => `a:\n  script: x\n${body.replaceAll(/^/gm, '  ')}\n`;
const rule = (condition: string) => job(`rules:\n  - if: ${condition}`);

describe('without rules', () => {
  test('a job runs for branches and tags, never for merge requests', () => {
    expect(runs(job(''))).toMatchObject({ 'push-default': 'yes', tag: 'yes', schedule: 'yes', 'merge-request': 'no' });
  });

  test('with workflow rules a job without rules is part of every pipeline that there is', () => {
    const workflow = 'workflow:\n  rules:\n    - if: $CI_MERGE_REQUEST_IID\n    - if: $CI_COMMIT_BRANCH\n';
    expect(runs(workflow + job(''))).toMatchObject({ 'push-default': 'yes', 'merge-request': 'yes', tag: 'no' });
    expect(runs(workflow + job('only: [branches]'))).toMatchObject({ 'merge-request': 'no' });
  });

  test('what an include may bring is not known', () => {
    const include = 'include: [{ template: X.yml }]\n';
    expect(runs(include + job(''))).toMatchObject({ 'push-default': 'yes', 'merge-request': 'unknown' });
    expect(runs(include + job('extends: .x'))).toMatchObject({ 'push-default': 'unknown' });
    expect(runs(include + job('extends: .x\nonly: [main]'))).toMatchObject({ 'push-default': 'yes' });
  });

  test('only: a name means branches and tags of that name', () => {
    expect(runs(job('only: [main]'))).toMatchObject({
      'push-default': 'yes',
      schedule: 'yes',
      'push-branch': 'no',
      'merge-request': 'no',
      tag: 'unknown',
    });
  });

  test('only: words for sources; parts are ANDed', () => {
    expect(runs(job('only: [merge_requests]'))).toMatchObject({ 'merge-request': 'yes', 'push-default': 'no' });
    expect(runs(job('only:\n  refs: [schedules]\n  variables: [$CI_DEFAULT_BRANCH == "other"]'))).toMatchObject({
      schedule: 'no',
    });
  });

  test('except takes away', () => {
    expect(runs(job('except: [tags, schedules]'))).toMatchObject({ tag: 'no', schedule: 'no', 'push-default': 'yes' });
  });

  test('when: manual waits', () => {
    expect(runs(job('when: manual'))).toMatchObject({ 'push-default': 'manual' });
  });
});

describe('rules', () => {
  test.each([
    [
      '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH',
      { 'push-default': 'yes', 'push-branch': 'no', tag: 'no', 'merge-request': 'no' },
    ],
    ['$CI_COMMIT_BRANCH == "main"', { 'push-default': 'yes', 'push-branch': 'no' }],
    ['$CI_COMMIT_BRANCH =~ /^main$/', { 'push-default': 'yes', 'push-branch': 'no' }],
    ['$CI_COMMIT_BRANCH =~ /main/', { 'push-default': 'yes', 'push-branch': 'unknown' }],
    ['$CI_COMMIT_BRANCH', { 'push-default': 'yes', 'push-branch': 'yes', tag: 'no', 'merge-request': 'no' }],
    ['$CI_COMMIT_TAG', { tag: 'yes', 'tag-protected': 'yes', 'push-default': 'no' }],
    [
      '$CI_PIPELINE_SOURCE == "merge_request_event"',
      { 'merge-request': 'yes', 'merge-request-fork': 'yes', 'push-default': 'no' },
    ],
    ['$CI_MERGE_REQUEST_IID', { 'merge-request': 'yes', 'push-default': 'no' }],
    ['$CI_PIPELINE_SOURCE == "schedule" || $CI_PIPELINE_SOURCE == "web"', { schedule: 'yes', web: 'yes', api: 'no' }],
    [
      '$CI_COMMIT_TAG == null && $CI_COMMIT_BRANCH != "main"',
      { 'push-branch': 'yes', 'push-default': 'no', tag: 'no' },
    ],
    ['$DEPLOY == "yes"', { 'push-default': 'unknown', web: 'unknown' }],
    ['$CI_COMMIT_REF_PROTECTED == "true"', { 'push-default': 'yes', 'push-branch': 'no', 'merge-request': 'unknown' }],
    ['($CI_COMMIT_TAG', { 'push-default': 'unknown' }],
  ])('%s', (condition, expected) => {
    expect(runs(rule(condition))).toMatchObject(expected);
  });

  test('the first that matches wins; none means no job', () => {
    const text = job(
      'rules:\n  - if: $CI_COMMIT_TAG\n    when: never\n  - if: $CI_COMMIT_BRANCH == "main"\n    when: manual\n  - if: $CI_PIPELINE_SOURCE == "merge_request_event"',
    );
    expect(runs(text)).toMatchObject({
      tag: 'no',
      'push-default': 'manual',
      'push-branch': 'no',
      'merge-request': 'yes',
    });
  });

  test('changes hold where there is nothing to compare', () => {
    expect(runs(job('rules:\n  - changes: [src/**]'))).toMatchObject({
      'push-default': 'unknown',
      schedule: 'yes',
      tag: 'yes',
    });
  });

  test('exists holds for what is there', () => {
    const source = new SourceText('Dockerfile', '');
    const files = { read: (path: string) => (path === 'Dockerfile' ? source : undefined), paths: () => ['Dockerfile'] };
    expect(runs(job('rules:\n  - exists: [Dockerfile]'), files)).toMatchObject({ web: 'yes' });
    expect(runs(job('rules:\n  - exists: ["*.tf"]'), files)).toMatchObject({ web: 'unknown' });
  });

  test('variables of the definition are known, unless somebody may set them', () => {
    expect(runs(`variables: { DEPLOY: "no" }\n${rule('$DEPLOY == "yes"')}`)).toMatchObject({ 'push-default': 'no' });
  });
});

test('without a workflow rule that matches there is no pipeline', () => {
  const workflow = 'workflow:\n  rules:\n    - if: $CI_COMMIT_TAG\n      when: never\n    - if: $CI_COMMIT_BRANCH\n';
  expect(runs(`${workflow}${job('')}`)).toMatchObject({ tag: 'no', 'push-default': 'yes', 'merge-request': 'no' });
});

test('an unknown names what decides, and whether the starter chooses it', () => {
  const [pipeline] = readGitlabPipelines(new SourceText('.gitlab-ci.yml', rule('$DEPLOY == "yes"')), empty);
  if (!pipeline) throw new Error('no pipeline');
  const [a] = pipeline.jobs;
  const found = a && gitlabMatrix(pipeline, empty).runsOf(a);
  const atoms = (id: string) => found?.find(({ scenario }) => scenario.id === id)?.atoms;
  expect(atoms('push-default')).toEqual([{ text: '$DEPLOY == "yes"', chosen: false }]);
  expect(atoms('web')).toEqual([{ text: '$DEPLOY == "yes"', chosen: true }]);
});

test('a failing optional job lets the pipeline pass: manual ones are optional unless a rule makes them manual', () => {
  const mayFail = (body: string) => {
    const [pipeline] = readGitlabPipelines(new SourceText('.gitlab-ci.yml', job(body)), empty);
    if (!pipeline) throw new Error('no pipeline');
    const [a] = pipeline.jobs;
    return a && gitlabMatrix(pipeline, empty).runsOf(a)[0]?.mayFail;
  };
  expect(mayFail('when: manual')).toBe(true);
  expect(mayFail('rules:\n  - when: manual')).toBe(false);
  expect(mayFail('allow_failure: true')).toBe(true);
  expect(mayFail('allow_failure: { exit_codes: 3 }')).toBe(true);
  expect(mayFail('')).toBe(false);
});

test('any condition at all is evaluated without an exception', () => {
  const words = constantFrom(
    '$CI_COMMIT_BRANCH',
    '$X',
    '"a"',
    '/a(/',
    '==',
    '!=',
    '=~',
    '!~',
    '&&',
    '||',
    '(',
    ')',
    '!',
    'null',
  );
  assert(
    property(
      array(words).map((parts) => parts.join(' ')),
      string(),
      (condition, noise) => {
        for (const text of [condition, noise]) {
          expect(
            Object.values(runs(rule(JSON.stringify(text)))).every((value) => /^(?:yes|no|unknown)$/.test(value)),
          ).toBe(true);
        }
      },
    ),
    { numRuns: 50 },
  );
});
