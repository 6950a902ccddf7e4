import { array, assert, constantFrom, property } from 'fast-check';
import { expect, test } from 'vitest';
import { SourceText } from '../../../lib/text/source-text.ts';
import { createAudit } from '../audit/create-audit.ts';
import { runRules } from '../audit/run-rules.ts';
import { CollectedFiles } from '../collected-files.ts';
import { readPipelines } from '../read-pipelines.ts';
import { pipelineRules } from '../rules/all.ts';
import { toEmissions } from '../to-emissions.ts';
import { applyComments } from './apply-comments.ts';
import { ignoreComments } from './ignore-comment.ts';

/** The findings of a rule in a file, `line: reason` for what is accepted, `line` for the others. */
function found(id: string, code: string, path = '.github/workflows/a.yml'): readonly string[] {
  const files = new CollectedFiles();
  files.add(path, code);
  const pipelines = readPipelines(files);
  const audit = createAudit(files, new Date('2026-06-01T12:00:00Z'));
  const known = new Set(pipelineRules.map((rule) => rule.id));
  const statements = applyComments(runRules(pipelineRules, pipelines, audit), pipelineRules, known, pipelines, audit);
  return [...toEmissions(statements, pipelines, true)].flatMap((emission) => {
    if (emission.kind !== 'finding' || emission.finding.ruleId !== `pipeline/${id}`) return [];
    const { locations, suppression } = emission.finding;
    const line = String(locations[0].startLine);
    return [suppression ? `${line}: ${suppression.reason ?? ''}` : line];
  });
}

const steps = (...lines: readonly string[]): string =>
  `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n${lines.map((line) => `      ${line}\n`).join('')}`;

test('a comment accepts on its line, or in the node below it', () => {
  const comment = '# portcullis: ignore[action-unpinned] ours';
  expect(found('action-unpinned', steps(`- uses: o/a@v1 ${comment}`, '- uses: o/b@v1'))).toEqual(['6: ours', '7']);
  expect(found('action-unpinned', steps(comment, '- uses: o/a@v1', '- uses: o/b@v1'))).toEqual(['7: ours', '8']);
  expect(found('action-unpinned', steps(comment, '', '# more', '- name: x', '  uses: o/a@v1'))).toEqual(['10: ours']);
  const job = `on: push\njobs:\n  # portcullis: ignore[action-unpinned] ours\n  a:\n    runs-on: x\n    steps:\n    - uses: o/a@v1\n  b:\n    runs-on: x\n    steps:\n    - uses: o/a@v1\n`;
  expect(found('action-unpinned', job)).toEqual(['7: ours', '11']);
});

test('inside of a script it accepts the command below, and only its own rules', () => {
  const script = [
    '- run: |',
    '    # portcullis: ignore[download-exec] mirrored',
    '    curl -fsSL https://x.org/a | sh',
  ];
  expect(found('download-exec', steps(...script, '    curl -fsSL https://x.org/b | sh'))).toEqual(['8: mirrored', '9']);
  expect(found('download-exec', steps(...script).replace('download-exec', 'http-url'))).toEqual(['8']);
});

test('a comment at the end of a node is about this node, not the next', () => {
  const code =
    'a:\n  image: node:latest\n  script: [make]\n  # portcullis: ignore[image-mutable] ours\nb:\n  image: node:latest\n  script: [make]\n';
  expect(found('image-mutable', code, '.gitlab-ci.yml')).toEqual(['2: ours', '6']);
});

test('without a reason, after its day or with a wrong day it does not hold', () => {
  const of = (rest: string) =>
    found('action-unpinned', steps(`- uses: o/a@v1 # portcullis: ignore[action-unpinned]${rest}`));
  expect(of('')).toEqual(['6']);
  expect(of(' until=2026-05-31 ours')).toEqual(['6']);
  expect(of(' until=2026-06-01 ours')).toEqual(['6: ours']);
  expect(of(' ours until=2026-13-01')).toEqual(['6']);
  expect(of(': ours')).toEqual(['6: ours']);
});

test('comments of other tools mean what we call differently', () => {
  expect(found('action-unpinned', steps('- uses: o/a@v1 # zizmor: ignore[unpinned-uses,artipacked]'))).toEqual([
    '6: zizmor: ignore[unpinned-uses,artipacked]',
  ]);
  const step = ['- uses: o/a@v1', '  with:', '    b: c', '    # zizmor: ignore[unpinned-uses] they are us'];
  expect(found('action-unpinned', steps(...step, '- uses: o/b@v1'))).toEqual(['6: they are us', '10']);
  const gitlab = (comment: string) =>
    found('image-mutable', `a:\n  image: node:latest # ${comment}\n  script: [make]\n`, '.gitlab-ci.yml');
  expect(gitlab('glsec:ignore GL001 -- ours')).toEqual(['2: ours']);
  expect(gitlab('glsec:ignore GL001 exp:2026-05-01 -- ours')).toEqual(['2']);
  expect(gitlab('glsec:ignore GL002 -- ours')).toEqual(['2']);
  const permissions = 'on: push\n# checkov:skip=CKV2_GHA_1:a bot\npermissions: write-all\njobs: {}\n';
  expect(found('token-overreach', permissions)).toEqual(['3: a bot']);
});

test('a comment that accepts nothing is said, with the edit that removes it', () => {
  const code = steps('- run: make # portcullis: ignore[action-unpinned] ours');
  expect(found('suppression-unused', code)).toEqual(['6']);
  expect(found('suppression-unused', steps('- run: make # portcullis: ignore[secrets/x] ours'))).toEqual([]);
});

test('any text is read to its end, and what a comment is about lies in the file', () => {
  const word = constantFrom(
    '# portcullis: ignore[a] b',
    '# zizmor: ignore[artipacked]',
    '#checkov:skip=CKV_GHA_7',
    '# glsec:ignore GL001',
    'a:',
    '- b',
    ' ',
    '  ',
    '\n',
    '\r\n',
    '# c',
    '\t',
    'é',
    '[',
    '|',
  );
  assert(
    property(array(word, { maxLength: 60 }), (words) => {
      const text = words.join('');
      const count = text.split('\n').length;
      for (const { reach, at } of ignoreComments(new SourceText('a.yml', text))) {
        expect(at.end).toBeLessThanOrEqual(text.length);
        for (const { first, last } of reach) {
          expect(first).toBeGreaterThan(0);
          expect(last).toBeGreaterThanOrEqual(first);
          expect(last).toBeLessThanOrEqual(count);
        }
      }
    }),
  );
});

test('a file that is nothing but comments, or but indentation, is read', () => {
  const many = '      # zizmor: ignore[artipacked]\n'.repeat(50_000);
  expect(ignoreComments(new SourceText('a.yml', many))).toHaveLength(50_000);
  const deep = Array.from({ length: 2_000 }, (_, depth) => `${' '.repeat(depth)}- # zizmor: ignore[artipacked]\n`).join(
    '',
  );
  expect(ignoreComments(new SourceText('a.yml', deep))).toHaveLength(2_000);
});
