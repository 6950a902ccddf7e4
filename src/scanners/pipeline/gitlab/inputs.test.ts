import { describe, expect, test } from 'vitest';
import { listOf, textOf } from '../../../lib/yaml/node.ts';
import { CollectedFiles } from '../collected-files.ts';
import { plainJson } from './plain-json.ts';
import { readGitlabPipelines } from './read-gitlab.ts';

/** A template that is included with inputs. */
function include(spec: string, content: string, inputs = '{}') {
  const files = new CollectedFiles();
  files.add('t.yml', `spec:\n  inputs: ${spec}\n---\n${content}`);
  files.add('.gitlab-ci.yml', `include:\n  - local: t.yml\n    inputs: ${inputs}\n`);
  const source = files.read('.gitlab-ci.yml');
  const [pipeline] = source ? readGitlabPipelines(source, files) : [];
  if (!pipeline) throw new Error('a definition is a pipeline');
  return {
    pipeline,
    jobs: Object.fromEntries(pipeline.jobs.map(({ name, body }) => [name, plainJson(body)])),
    problems: pipeline.problems.map(({ code, message }) => `${code}: ${message}`),
  };
}

/** What a value with blocks becomes. */
const value = (spec: string, text: string, inputs?: string) => {
  const { jobs, problems } = include(spec, `job: { script: [x], inputs: ${text} }\n`, inputs);
  return { value: (jobs['job'] as { inputs: unknown }).inputs, problems };
};

describe('values', () => {
  test('what is given wins over the default', () => {
    expect(value('{ a: { default: x } }', '"<$[[ inputs.a ]]>"').value).toBe('<x>');
    expect(value('{ a: { default: x } }', '"<$[[ inputs.a ]]>"', '{ a: z }').value).toBe('<z>');
  });

  test('a block that is the whole value keeps its type, in a text it is text', () => {
    const spec =
      '{ n: { type: number, default: 3 }, b: { type: boolean, default: true }, l: { type: array, default: [1, x] } }';
    expect(value(spec, '$[[ inputs.n ]]').value).toBe(3);
    expect(value(spec, '$[[ inputs.b ]]').value).toBe(true);
    expect(value(spec, '$[[ inputs.l ]]').value).toEqual([1, 'x']);
    expect(value(spec, '"v$[[ inputs.n ]]-$[[inputs.b]]"').value).toBe('v3-true');
    expect(value(spec, '"l=$[[ inputs.l ]]"').value).toBe('l=[1,"x"]');
  });

  test('a list in a list gives its items', () => {
    expect(value('{ l: { type: array, default: [b, c] } }', '[a, $[[ inputs.l ]], d]').value).toEqual([
      'a',
      'b',
      'c',
      'd',
    ]);
  });

  test('parts of lists and mappings', () => {
    const spec = '{ l: { type: array, default: [{ host: one }, { host: two }] } }';
    expect(value(spec, '"$[[ inputs.l[1].host ]]"').value).toBe('two');
  });

  test('in keys: the name of a job', () => {
    const { jobs } = include('{ name: }', '"$[[ inputs.name ]]-job": { script: [x] }\n', '{ name: web }');
    expect(Object.keys(jobs)).toEqual(['web-job']);
  });

  test('where it was put in stays known', () => {
    const { pipeline } = include('{ a: { default: "; rm -rf /" } }', 'job: { script: ["echo $[[ inputs.a ]]!"] }\n');
    const [script] = listOf(pipeline.jobs[0]?.body.get('script'));
    if (script?.kind !== 'scalar') throw new Error('a script is text');
    const { original, text } = script;
    expect(textOf(script)).toBe('echo ; rm -rf /!');
    expect(original?.substitutions.map(({ start, end, name }) => [name, text.slice(start, end)])).toEqual([
      ['a', '; rm -rf /'],
    ]);
    expect(script.range.source.uri).toBe('t.yml');
  });
});

describe('functions', () => {
  test.each([
    ['truncate(1,3)', 'abcdef', 'bcd'],
    ['truncate(0, 100)', 'abc', 'abc'],
    ['posix_escape', "it's $X", String.raw`it\'s\ \$X`],
    ['posix_quote', "it's", String.raw`'it'\''s'`],
    ['expand_vars', 'a-$CI_PROJECT_NAME', 'a-$CI_PROJECT_NAME'],
    ['expand_vars | truncate(0,1) | posix_quote', 'ab', "'a'"],
  ])('%s', (functions, given, expected) => {
    const { value: result, problems } = value(
      '{ a: }',
      `"$[[ inputs.a | ${functions} ]]"`,
      `{ a: ${JSON.stringify(given)} }`,
    );
    expect(problems).toEqual([]);
    expect(result).toBe(expected);
  });

  test('split makes a list', () => {
    expect(value('{ a: }', `"$[[ inputs.a | split(',') ]]"`, '{ a: "x,y" }').value).toEqual(['x', 'y']);
  });

  test('what does not exist or is too much', () => {
    expect(value('{ a: { default: x } }', '"$[[ inputs.a | upper ]]"').problems).toEqual([
      'schema: upper can not be applied to a',
    ]);
    expect(value('{ a: { default: x } }', `"$[[ inputs.a${' | expand_vars'.repeat(4)} ]]"`).problems).toEqual([
      'schema: more than 3 functions in one block',
    ]);
  });
});

describe('checks', () => {
  const problems = (spec: string, inputs?: string) => include(spec, 'job: { script: [x] }\n', inputs).problems;

  test.each([
    ['{ a: }', '{}', ['missing: the input a has no default and is not given']],
    ['{ a: { default: x } }', '{ other: z }', ['unknown-key: there is no input other in what is included']],
    [
      '{ environment: { default: x } }',
      '{ enviroment: z }',
      ["unknown-key: there is no input enviroment in what is included; did you mean 'environment'?"],
    ],
    ['{ a: { type: number } }', '{ a: x }', ['schema: the input a is of type number, not string']],
    ['{ a: { type: boolean } }', '{ a: 1 }', ['schema: the input a is of type boolean, not number']],
    ['{ a: { type: array } }', '{ a: x }', ['schema: the input a is of type array, not string']],
    ['{ a: }', '{ a: 1 }', ['schema: the input a is of type string, not number']],
    [
      '{ a: { type: list } }',
      '{ a: x }',
      ['schema: the input a has the type list; there are string, number, boolean, array'],
    ],
    ['{ a: { options: [x, z] } }', '{ a: q }', ['schema: the input a is one of x, z']],
    [String.raw`{ a: { regex: '^v\d+$' } }`, '{ a: v1x }', [String.raw`schema: the input a does not match ^v\d+$`]],
    [String.raw`{ a: { regex: '/^v\d+$/' } }`, '{ a: v1 }', []],
    ['{ a: { regex: "(a+)+$" } }', `{ a: "${'a'.repeat(40)}!" }`, ['schema: the input a does not match (a+)+$']],
    ['{ a: { default: null } }', '{}', []],
    ['{ a: { type: number } }', '{ a: $NUMBER }', []],
  ])('%s with %s', (spec, inputs, expected) => {
    expect(problems(spec, inputs)).toEqual(expected);
  });

  test('a block of an input that the header does not have', () => {
    expect(value('{ a: { default: x } }', '"$[[ inputs.b ]]"').problems).toEqual([
      'missing: there is no input b in the header (spec)',
    ]);
  });

  test('inputs that multiply each other end at a limit', () => {
    const block = '$[[ inputs.a ]]'.repeat(2000);
    const { problems: found } = include(`{ a: { default: ${'x'.repeat(10_000)} } }`, `job: { script: ["${block}"] }\n`);
    expect(found).toEqual(['limit: inputs multiply the content too much']);
  });
});
