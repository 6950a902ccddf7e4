import { array, assert, constantFrom, oneof, property, string, stringMatching } from 'fast-check';
import { stringify } from 'yaml';
import { describe, expect, test } from 'vitest';
import { SourceText } from '../text/source-text.ts';
import { YamlMap, type YamlNode } from './node.ts';
import { parseYaml } from './parse-yaml.ts';
import { scalarOffsets } from './scalar-offsets.ts';

const parse = (text: string, version: '1.1' | '1.2' = '1.1') =>
  parseYaml(new SourceText('a.yml', text), { version, sequenceTags: ['!reference'] });

function plain(node: YamlNode | undefined): unknown {
  if (node === undefined || node.kind === 'scalar') return node?.value;
  if (node.kind === 'sequence') return node.items.map(plain);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, plain(value)]));
}

function written(node: YamlNode | undefined): string {
  return node === undefined ? '' : node.range.source.text.slice(node.range.start, node.range.end);
}

describe('values', () => {
  test('anchors and merge keys give one map; own keys win, then the earlier map', () => {
    const { documents, problems } = parse(
      'a: &a { x: 1, y: 1 }\nb: &b { y: 2, z: 2 }\nc:\n  <<: [*a, *b]\n  x: 3\nd: *a\n',
    );
    expect(problems).toEqual([]);
    expect(plain(documents[0])).toEqual({
      a: { x: 1, y: 1 },
      b: { y: 2, z: 2 },
      c: { x: 3, y: 1, z: 2 },
      d: { x: 1, y: 1 },
    });
  });

  test('what is inherited keeps the place where it was written', () => {
    const { documents } = parse('a: &a\n  image: node:20\nb:\n  <<: *a\n');
    const [root] = documents;
    const image = root instanceof YamlMap ? root.map('b')?.get('image') : undefined;
    expect(written(image)).toBe('node:20');
    expect(image?.range.source.position(image.range.start)).toEqual({ line: 2, column: 10 });
  });

  test('the two versions differ in what is a string', () => {
    expect(plain(parse('a: yes\nb: 012\n').documents[0])).toEqual({ a: true, b: 10 });
    expect(plain(parse('a: yes\non: x\n', '1.2').documents[0])).toEqual({ a: 'yes', on: 'x' });
  });

  test('numbers keep their text, local tags stay', () => {
    const [root] = parse('v: 3.10\nr: !reference [a, script]\n').documents;
    expect(root instanceof YamlMap && root.text('v')).toBe('3.10');
    expect(root instanceof YamlMap && root.get('r')).toMatchObject({ kind: 'sequence', tag: '!reference' });
  });
});

describe('what is wrong', () => {
  test('a repeated key is a problem with its place, the last wins', () => {
    const { documents, problems } = parse('a: 1\nb: 2\na: 3\n');
    expect(problems).toMatchObject([{ code: 'duplicate-key', range: { start: 10 } }]);
    expect(plain(documents[0])).toEqual({ b: 2, a: 3 });
  });

  test.each([
    ['a: [1, 2\nb: 3\n', 'syntax'],
    ['a: *none\n', 'syntax'],
    ['a: &a [*a]\n', 'syntax'],
    [`a: ${'['.repeat(5000)}`, 'limit'],
    [`a: &a [1,1,1,1,1,1,1,1,1,1]\n${bomb(9)}`, 'limit'],
    [`a: ${'x'.repeat(5_000_001)}`, 'limit'],
  ])('%#', (text, code) => {
    expect(parse(text).problems.map((problem) => problem.code)).toContain(code);
  });

  test('any text at all is read without an exception', () => {
    assert(
      property(oneof(string({ unit: 'binary' }), stringMatching(/^[-:{}[\]&*!|>'"%@`#,?\n\t a-c]*$/)), (text) => {
        expect(parse(text).source.text).toBe(text);
      }),
    );
  });
});

function bomb(levels: number): string {
  const names = 'abcdefghijk';
  return Array.from({ length: levels }, (_, level) => {
    const items = Array.from({ length: 10 }, () => `*${names.charAt(level)}`).join(',');
    return `${names.charAt(level + 1)}: &${names.charAt(level + 1)} [${items}]\n`;
  }).join('');
}

describe('where characters were written', () => {
  test.each([
    'key: plain words\n  folded here\n  and on\n',
    'key: |\n  first\n    second  more\n\n  third\n',
    'key: >-\n  first\n  second\n\n  third\n',
    "key: 'it''s one\n  and two'\n",
    'key: "a\\tb \\u0041 \\\n  c\\nd"\n',
    'key: "one\n\n\n  \\\\two \\x20\n  three"\n',
    'key: |2-\n    two more\n  less\n',
    'key: |\r\n  one\r\n  two\r\n',
  ])('%j', (text) => {
    const [root] = parse(text).documents;
    const node = root instanceof YamlMap ? root.get('key') : undefined;
    expect(astray(node, text)).toEqual([]);
  });

  test('of any text in any style', () => {
    const styles = ['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'] as const;
    const words = stringMatching(/^[a-z'"\\#:$é ]{0,12}$/);
    assert(
      property(
        array(words, { maxLength: 5 }),
        constantFrom(...styles),
        constantFrom('\n', ' '),
        (parts, style, glue) => {
          const text = stringify({ key: parts.join(glue) }, { defaultStringType: style, lineWidth: 20 });
          const [root] = parse(text, '1.2').documents;
          expect(astray(root instanceof YamlMap ? root.get('key') : undefined, text)).toEqual([]);
        },
      ),
    );
  });
});

/** The characters that do not stand where the offsets say; white space and escapes are elsewhere. */
function astray(node: YamlNode | undefined, text: string): readonly string[] {
  if (node?.kind !== 'scalar') return ['no scalar'];
  const offsets = scalarOffsets(node);
  return Array.from({ length: node.text.length }, (_, index) => index).flatMap((index) => {
    const character = node.text.charAt(index);
    const at = offsets[index] ?? -1;
    const ordered = at >= (offsets[index - 1] ?? 0);
    return ordered && (/\s/.test(character) || text[at] === '\\' || text[at] === character) ? [] : [`${index}`];
  });
}

test('a flow collection may end at the indentation of its key, as libyaml reads it', () => {
  const file = parse('a:\n  b: [\n    x,\n  ]\n  c: {\n    d: e\n  }\nf: 1\n');
  expect(file.problems).toEqual([]);
  expect(plain(file.documents[0])).toEqual({ a: { b: ['x'], c: { d: 'e' } }, f: 1 });
});

test('a single letter is no boolean, as Psych reads 1.1', () => {
  const value = plain(parse('a: [y, N, yes, Off, !!bool y]\n').documents[0]);
  expect(value).toEqual({ a: ['y', 'N', true, false, true] });
});

test('what is opaque may stand in a flow collection, and every place stays', () => {
  const dialect = { version: '1.1', opaque: /\$\[\[[^\n]{0,1000}?\]\]/g } as const;
  const text = 'a: [x, $[[ f(1,2) ]], {b: "$[[ c[0] ]]"}]\n"$[[ k ]]": \uE000\n';
  const [document] = parseYaml(new SourceText('a.yml', text), dialect).documents;
  expect(plain(document)).toEqual({ a: ['x', '$[[ f(1,2) ]]', { b: '$[[ c[0] ]]' }], '$[[ k ]]': '\uE000' });
  const [, block] = document?.kind === 'map' ? document.list('a') : [];
  expect(block && text.slice(block.range.start, block.range.end)).toBe('$[[ f(1,2) ]]');
});
