import { array, assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CollectedFiles } from '../collected-files.ts';
import { explain } from './explain.ts';
import { printExpanded } from './print-expanded.ts';
import { readGitlabPipelines } from './read-gitlab.ts';

function read(files: Readonly<Record<string, string>>) {
  const collected = new CollectedFiles();
  for (const [path, text] of Object.entries(files)) collected.add(path, text);
  const source = collected.read('.gitlab-ci.yml');
  if (!source) throw new Error('it was added');
  return readGitlabPipelines(source, collected);
}

const codes = (files: Readonly<Record<string, string>>) =>
  read(files).flatMap(({ problems }) => problems.map(({ code }) => code));
const one = (text: string) => codes({ '.gitlab-ci.yml': text });
const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, n) => line(n)).join('');

describe('a clear problem within bounds', () => {
  test.each([
    ['a scalar', 'hello', ['schema']],
    ['a list', '- a\n- b\n', ['schema']],
    ['two documents', 'a: { script: x }\n---\nb: { script: x }\n', ['schema']],
    ['bytes that are not UTF-8', 'a: { script: "\uFFFD" }\n', ['syntax']],
    ['more than 5 MB', `a: { script: "${'x'.repeat(5_000_001)}" }\n`, ['limit']],
    ['nested too deeply', `a: ${'['.repeat(400)}${']'.repeat(400)}\n`, ['limit']],
  ])('%s', (_, text, expected) => {
    expect(one(text)).toEqual(expected);
  });

  test.each([
    ['tabs', 'a:\n\tscript: x\n'],
    ['binary', String.fromCharCode(...Array.from({ length: 400 }, (_, n) => (n * 7919) % 256))],
    ['an alias of nothing', 'a: { script: *nothing }\n'],
    ['an alias in its own anchor', 'a: &a { script: x, variables: { A: *a } }\n'],
  ])('%s', (_, text) => {
    expect(one(text).length).toBeGreaterThan(0);
  });

  test('an empty file has no jobs', () => {
    expect(read({ '.gitlab-ci.yml': '' })[0]?.jobs).toEqual([]);
  });

  test('aliases that multiply', () => {
    const bomb = `.a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n${lines(9, (n) => `.a${n + 1}: &a${n + 1} [${`*a${n}, `.repeat(10)}]\n`)}job: { script: *a9 }\n`;
    expect(one(bomb)).toContain('limit');
  });

  test('extends that multiplies', () => {
    const parents = (level: number) => `[${`.l${level}, `.repeat(30)}]`;
    const text = `.l0: { script: x }\n${lines(10, (n) => `.l${n + 1}: { extends: ${parents(n)} }\n`)}job: { extends: .l10 }\n`;
    expect(one(text)).toEqual([]);
    const names = `[${lines(3000, () => '.base, ')}]`;
    const wide = `.base: { ${lines(400, (n) => `k${n}: 1, `)} }\n${lines(20, (n) => `j${n}: { extends: ${names}, script: x }\n`)}`;
    expect(one(wide)).toContain('limit');
  });

  test('references that multiply', () => {
    const text = `.r0: { script: [${'x, '.repeat(50)}] }\n${lines(8, (n) => `.r${n + 1}: { script: [${`!reference [.r${n}, script], `.repeat(20)}] }\n`)}job: { script: [!reference [.r8, script]] }\n`;
    expect(one(text)).toContain('limit');
  });

  test('includes that multiply', () => {
    const both = 'include: [a.yml, b.yml]\n';
    const files = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`${name}.yml`, both]));
    expect(codes({ ...files, '.gitlab-ci.yml': both })).toContain('cycle');
    const tree = Object.fromEntries(
      Array.from({ length: 12 }, (_, n) => [`l${n}.yml`, `include: [l${n + 1}.yml, l${n + 1}.yml]\n`]),
    );
    expect(codes({ ...tree, '.gitlab-ci.yml': 'include: l0.yml\n' })).toContain('limit');
  });

  test('child pipelines that start each other', () => {
    const child = (name: string) => `go: { trigger: { include: ${name} } }\n`;
    const pipelines = read({ '.gitlab-ci.yml': child('a.yml'), 'a.yml': child('b.yml'), 'b.yml': child('a.yml') });
    expect(pipelines.map(({ source }) => source.uri)).toEqual(['.gitlab-ci.yml', 'a.yml', 'b.yml']);
  });

  test('more than 20,000 jobs', () => {
    const axis = JSON.stringify(Array.from({ length: 200 }, (_, n) => `v${n}`));
    const text = `.m: &m { matrix: [{ A: ${axis} }] }\n${lines(101, (n) => `j${n}: { script: x, parallel: *m }\n`)}`;
    expect(one(text)).toEqual(['limit']);
  });

  test('blocks that never end', () => {
    const spec = 'spec: { inputs: { a: { default: x } } }\n---\n';
    expect(one(`${spec}job: { script: "${'$[[ inputs.a |'.repeat(100_000)}" }\n`)).toEqual([]);
    expect(one(`${spec}job: { script: "${'$[[ inputs.a |'.repeat(20_000)} ]]" }\n`)).toEqual(['schema']);
  });

  test('ten thousand jobs are read and printed', () => {
    const text = `.base: { image: "node:20", tags: [a] }\n${lines(10_000, (n) => `job-${n}:\n  extends: .base\n  stage: test\n  script:\n    - make ${n}\n`)}`;
    const [pipeline] = read({ '.gitlab-ci.yml': text });
    expect(pipeline?.jobs).toHaveLength(10_000);
    expect(pipeline && printExpanded(pipeline).length).toBeGreaterThan(500_000);
  });
});

test('anything at all ends, and can be printed and explained', () => {
  const word = constantFrom(
    'include: [a.yml]',
    'spec:',
    '---',
    '  inputs: { a: { default: x } }',
    'job:',
    '  script: [x]',
    '  extends: [job, .b]',
    '.b: &b',
    '  <<: *b',
    '  - !reference [job, script]',
    '  rules: [{ if: $A }]',
    'default: { image: x }',
    '  $[[ inputs.a ]]: z',
    '  parallel: { matrix: [{ A: [1, 2] }] }',
    'stages: [!reference [.b]]',
    '  needs: { job: x }',
    '  trigger: { include: a.yml }',
    '{',
    ']',
    ':',
    '- ',
  );
  assert(
    property(array(word), array(word), string(), (first, second, tail) => {
      const pipelines = read({ '.gitlab-ci.yml': `${first.join('\n')}\n${tail}`, 'a.yml': second.join('\n') });
      for (const pipeline of pipelines) {
        expect(printExpanded(pipeline)).toContain('expanded');
        for (const key of ['job', 'job.script.0', 'job.rules.0.if', 'stages.0', tail]) explain(pipeline, key);
      }
    }),
    { numRuns: 300 },
  );
});
