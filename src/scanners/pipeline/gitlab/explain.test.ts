import { describe, expect, test } from 'vitest';
import { CollectedFiles } from '../collected-files.ts';
import { explain } from './explain.ts';
import { plainJson } from './plain-json.ts';
import { placeOf } from './print-expanded.ts';
import { readGitlabPipelines } from './read-gitlab.ts';

/** What is said of a key: value, the steps with their places, where it is written, what it replaces. */
function explained(key: string, files: Readonly<Record<string, string>>) {
  const collected = new CollectedFiles();
  for (const [path, text] of Object.entries(files)) collected.add(path, text);
  const source = collected.read('.gitlab-ci.yml');
  const [pipeline] = source ? readGitlabPipelines(source, collected) : [];
  const found = pipeline && explain(pipeline, key);
  return (
    found && {
      value: plainJson(found.value),
      at: placeOf(found.value.range),
      steps: found.steps.map(({ message, at }) => `${message} (${placeOf(at)})`),
      instead: found.instead.map(placeOf),
    }
  );
}

describe('where a value comes from', () => {
  test('the job itself', () => {
    expect(explained('job.script.1', { '.gitlab-ci.yml': 'job:\n  script:\n    - one\n    - two\n' })).toEqual({
      value: 'two',
      at: '.gitlab-ci.yml:4:7',
      steps: [],
      instead: [],
    });
  });

  test('a parent in a file that another file includes; what it replaces is named', () => {
    const files = {
      '.gitlab-ci.yml': 'include: a.yml\ndefault: { image: fallback }\njob:\n  extends: [.one, .two]\n  script: x\n',
      'a.yml': 'include: b.yml\n.one: { image: one }\n',
      'b.yml': '.two: { image: two }\n',
    };
    expect(explained('job.image', files)).toEqual({
      value: 'two',
      at: 'b.yml:1:16',
      steps: [
        'extends .two (.gitlab-ci.yml:4:12)',
        'b.yml is included (a.yml:1:10)',
        'a.yml is included (.gitlab-ci.yml:1:10)',
      ],
      instead: ['a.yml:2:16', '.gitlab-ci.yml:2:19'],
    });
  });

  test('defaults, and what does not inherit them', () => {
    const files = {
      '.gitlab-ci.yml': 'image: base\njob: { script: x }\nfree: { script: x, inherit: { default: false } }\n',
    };
    expect(explained('job.image', files)).toMatchObject({
      value: 'base',
      steps: ['job says nothing of its own: image is the default (.gitlab-ci.yml:1:1)'],
    });
    expect(explained('free.image', files)).toBeUndefined();
  });

  test('through references, item by item', () => {
    const files = {
      '.gitlab-ci.yml':
        '.a: { script: [one, two] }\njob:\n  script:\n    - zero\n    - !reference [.a, script]\n    - three\n',
    };
    expect(explained('job.script.2', files)).toMatchObject({
      value: 'two',
      steps: ['refers to .a.script (.gitlab-ci.yml:5:18)'],
    });
    expect(explained('job.script.3', files)).toMatchObject({ value: 'three', steps: [] });
    expect(explained('job.script.4', files)).toBeUndefined();
  });

  test('through aliases and inputs', () => {
    const alias = explained('job.image', { '.gitlab-ci.yml': '.b: &b { image: x }\njob: { <<: *b, script: x }\n' });
    expect(alias).toMatchObject({
      at: '.gitlab-ci.yml:1:17',
      steps: ['comes through a YAML alias (.gitlab-ci.yml:1:17)'],
    });
    const input = explained('job.image', {
      '.gitlab-ci.yml': 'include: { local: t.yml, inputs: { tag: "20" } }\n',
      't.yml': 'spec: { inputs: { tag: } }\n---\njob: { image: "node:$[[ inputs.tag ]]", script: x }\n',
    });
    expect(input).toMatchObject({
      value: 'node:20',
      steps: ['has the inputs tag put in (t.yml:3:15)', 't.yml is included (.gitlab-ci.yml:1:10)'],
    });
  });

  test('names with dots, whole jobs, keywords', () => {
    const files = {
      '.gitlab-ci.yml': 'variables: { A: b }\nbuild.x86:\n  script: x\n  variables: { a.b: c }\n',
    };
    expect(explained('build.x86.variables.a.b', files)).toMatchObject({ value: 'c' });
    expect(explained('build.x86', files)).toMatchObject({ value: { script: 'x' } });
    expect(explained('variables.A', files)).toMatchObject({ value: 'b', at: '.gitlab-ci.yml:1:17' });
    expect(explained('nothing', files)).toBeUndefined();
  });
});
