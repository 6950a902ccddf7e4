import { isDeepStrictEqual } from 'node:util';
import { array, assert, boolean, constantFrom, letrec, oneof, property, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SourceText } from '../text/source-text.ts';
import { readCommon } from './common-reader.ts';
import { parseFully, type YamlDialect } from './parse-yaml.ts';

const dialects: readonly YamlDialect[] = [{ version: '1.2' }, { version: '1.1', sequenceTags: ['!reference'] }];

/** Whether the text is read here, by dialect. */
function isRead(text: string): readonly boolean[] {
  return dialects.map((dialect) => readCommon(text, new SourceText('ci.yml', text), dialect) !== undefined);
}

/** Where the text is read here, and not as the full parser reads it. */
function disagreements(text: string): readonly object[] {
  return dialects.flatMap((dialect) => {
    const source = new SourceText('ci.yml', text);
    const node = readCommon(text, source, dialect);
    const common = { source, documents: [node], problems: [] };
    const full = parseFully(text, source, dialect);
    return node === undefined || isDeepStrictEqual(plain(common), plain(full)) ? [] : [{ common, full }];
  });
}

/** Without what a mapping remembers of itself. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null || value instanceof SourceText) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]: [string, unknown]) => [name, plain(part)]));
}

describe('what people write is read without the full parser', () => {
  test.each([
    ['mappings and sequences', 'a:\n  b: c\n  d:\n  - e\n  - - f\n    - g: h\n      i:\n'],
    ['nothing where a value may be', 'on:\n  push:\n  # why\n\n  pull_request: # here\nitems:\n  -\n  - a\n'],
    [
      'comments, which end where they are indented',
      'a:\n  b:\n    c: d\n    # of c\n      # more\n\n  # of b\n# end\n',
    ],
    ['plain scalars of several lines', 'a: b\n   c # d\ne:\n  f g\n\n\n  - h\nurl: http://x/#y\n'],
    ['types', 'a: [yes, no, y, 012, 0x1F, 1_000, 1.5, -.inf, ~, 1:30, 2020-01-01, 1e3, "1", +1, 0o7, .5]\n'],
    ['quoted scalars', "a: \"x\\n\\u00e9\\\"y\"\nb: 'it''s' # c\n\"k k\": 1\n'k' : 2\n"],
    ['block scalars', 'a: |\n  b\n    c\n\n  d\n\ne: >-\n  f\n  g\n\n  h\n   i\n  j\nk: >\n    l\n'],
    ['brackets', 'a: [b, "c", {d: e, f: [g]}, [], {}] # x\nh: [\n  i, # y\n  j,\n]\nk: {l: "m", "n": o}\n'],
    [
      'anchors and merge keys',
      '.a: &a\n  b: c\nd:\n  <<: *a\n  e: &e [1]\nf:\n  <<: [*a, {g: h}]\n  i: *e\n- '.slice(0, -2),
    ],
    ['a marker', '# c\n---\n# d\na: b\n'],
    ['a sequence at the top', '- a\n- b: c\n  d: e\n-  - f\n'],
  ])('%s', (_, text) => {
    expect(isRead(text)).toEqual([true, true]);
    expect(disagreements(text)).toEqual([]);
  });

  test('references, where they mean something', () => {
    const text = 'a:\n  script:\n    - !reference [.b, script]\n    - c\n';
    expect(isRead(text)).toEqual([false, true]);
    expect(disagreements(text)).toEqual([]);
  });
});

test.each([
  ['two documents', 'a: b\n---\nc: d\n'],
  ['a key that is there twice', 'a: b\na: c\n'],
  ['an alias that is not defined', 'a: *b\n'],
  ['an alias of what it is in', 'a: &a\n  b: *a\n'],
  ['a mapping in a line', 'a: b: c\n'],
  ['a list in a line', 'a: - b\n'],
  ['wrong indentation', 'a:\n    b: c\n  d: e\n'],
  ['a tab', 'a:\n\tb: c\n'],
  ['an escape that there is not', 'a: "\\q"\n'],
  ['an open bracket', 'a: [b\nc: d\n'],
  ['an open quote', 'a: "b\nc: d\n'],
  ['a tag', 'a: !!str 1\n'],
  ['nothing', '# c\n'],
  ['a marker behind spaces', '  ---\n- '],
  ['an end', 'a: b\n...\n'],
  ['a directive', '%YAML 1.1\n---\na: b\n'],
  ['a comment without a space', 'a: "b"#c\n'],
  ['deep nesting', `a: ${'['.repeat(400)}${']'.repeat(400)}\n`],
])('%s is left to the full parser', (_, text) => {
  expect(isRead(text)).toEqual([false, false]);
});

const pieces = [
  ...'a: ¦b:¦- ¦  ¦    ¦ ¦#¦ # c¦"¦\'¦"q"¦\'q\'¦[¦]¦{¦}¦, ¦&x ¦*x¦!reference ¦<<: *x¦|¦>-¦? ¦---¦%¦@¦-¦:'.split('¦'),
  ...'012¦~¦yes¦1:30¦.5¦null¦text¦a b¦\\¦\n¦\n  ¦\n    ¦\n- ¦\n# c\n¦\n    # c\n¦\n\n¦|\n    x\n¦\t¦\r\n'.split('¦'),
];

test('whatever is read here is read as the full parser reads it', () => {
  const text = array(constantFrom(...pieces), { maxLength: 24 }).map((parts) => parts.join(''));
  assert(
    property(text, (generated) => {
      expect(disagreements(generated)).toEqual([]);
    }),
    { numRuns: 1500 },
  );
});

test('nested values are read as the full parser reads them', () => {
  const scalar = constantFrom(
    'a',
    '"b c"',
    "'d'",
    '1',
    'true',
    '~',
    '',
    'e # f',
    '[g, h]',
    '{i: j}',
    '|\n~k\n~~l',
    'm\n~n',
  );
  const { node } = letrec<{ node: readonly string[]; map: readonly string[]; list: readonly string[] }>((tie) => ({
    node: oneof(
      { depthSize: 'small', withCrossShrink: true },
      scalar.map((text) => [text]),
      tie('map'),
      tie('list'),
    ),
    map: array(tuple(tie('node'), boolean()), { minLength: 1, maxLength: 3 }).map((values) =>
      values.flatMap(([value, more], index) => nest(`k${index}:`, value, more ? 3 : 1)),
    ),
    list: array(tuple(tie('node'), boolean()), { minLength: 1, maxLength: 3 }).map((values) =>
      values.flatMap(([value, more]) => nest('-', value, more ? 2 : 1)),
    ),
  }));
  assert(
    property(node, (lines) => {
      expect(disagreements(`${lines.join('\n')}\n`)).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

/** The lines of a value behind its key or dash; `~` at the start of a line in a value stands for the indentation. */
function nest(head: string, value: readonly string[], width: number): readonly string[] {
  const [only = ''] = value;
  const pad = ' '.repeat(width);
  if (value.length === 1 && !/^(?:k\d:|-)/.test(only))
    return `${head} ${only}`.replaceAll('\n~', `\n${pad}`).split('\n');
  return [head, ...value.map((line) => `${pad}${line}`)];
}
