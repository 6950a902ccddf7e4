import { array, assert, constantFrom, pre, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseHcl, parseTemplateText } from './parse-hcl.ts';
import type { Expression, TemplatePart } from './syntax.ts';

/** The tree without places, as short as it can be said. */
function brief(node: Expression): unknown {
  switch (node.kind) {
    case 'literal':
      return node.value;
    case 'variable':
      return { var: node.name };
    case 'template':
      return { template: node.parts.map(briefPart) };
    case 'access':
      return 'name' in node
        ? { of: brief(node.target), get: node.name }
        : { of: brief(node.target), at: brief(node.key) };
    case 'splat':
      return { each: brief(node.target), get: node.each.map((a) => ('name' in a ? a.name : [brief(a.key)])) };
    case 'call':
      return { call: node.name, args: node.args.map(brief), ...(node.expands && { expands: true }) };
    case 'tuple':
      return node.items.map(brief);
    case 'object':
      return { object: node.entries.map(({ key, value }) => [brief(key), brief(value)]) };
    case 'for':
      return {
        for: [node.keyName, node.valueName].filter(Boolean),
        in: brief(node.collection),
        ...(node.key && { key: brief(node.key) }),
        value: brief(node.value),
        ...(node.condition && { if: brief(node.condition) }),
        ...(node.grouped && { grouped: true }),
      };
    case 'conditional':
      return { if: brief(node.condition), yes: brief(node.consequent), no: brief(node.alternate) };
    case 'binary':
      return [brief(node.left), node.operator, brief(node.right)];
    default:
      return [node.operator, brief(node.operand)];
  }
}

function briefPart(part: TemplatePart): unknown {
  if (part.kind === 'text') return part.text;
  if (part.kind === 'value') return { is: brief(part.value) };
  if (part.kind === 'if') {
    return { if: brief(part.condition), yes: part.consequent.map(briefPart), no: part.alternate.map(briefPart) };
  }
  return {
    for: [part.keyName, part.valueName].filter(Boolean),
    in: brief(part.collection),
    body: part.body.map(briefPart),
  };
}

/** What `x = …` says. */
function value(text: string): unknown {
  const { body, problems } = parseHcl(`x = ${text}\n`);
  expect(problems).toEqual([]);
  const [attribute] = body.attributes;
  return attribute && brief(attribute.value);
}

const v = (name: string) => ({ var: name });

describe('expressions', () => {
  test.each<[string, unknown]>([
    ['1.5e3', 1500],
    ['-3', ['-', 3]],
    ['true', true],
    ['null', null],
    ['"a\\tb\\"\\\\\\u00e9\\U0001F600"', 'a\tb"\\é😀'],
    ['"$${a} %%{b} $a %b"', '${a} %{b} $a %b'],
    ['"a-${b}-c"', { template: ['a-', { is: v('b') }, '-c'] }],
    ['"${"${a}"}"', { template: [{ is: { template: [{ is: v('a') }] } }] }],
    ['"a  ${~ b ~}  c"', { template: ['a', { is: v('b') }, 'c'] }],
    ['"%{ if a }x%{ else }y%{ endif }"', { template: [{ if: v('a'), yes: ['x'], no: ['y'] }] }],
    [
      '"%{ for k, w in a ~} ${w} %{~ endfor }"',
      { template: [{ for: ['k', 'w'], in: v('a'), body: [{ is: v('w') }] }] },
    ],
    ['a.b[0].c["d"]', { of: { of: { of: { of: v('a'), get: 'b' }, at: 0 }, get: 'c' }, at: 'd' }],
    ['a.0.b', { of: { of: v('a'), at: 0 }, get: 'b' }],
    ['a.*.b', { each: v('a'), get: ['b'] }],
    ['a[*].b[0].c', { each: v('a'), get: ['b', [0], 'c'] }],
    ['a.*.b[0]', { of: { each: v('a'), get: ['b'] }, at: 0 }],
    ['f(a, b...)', { call: 'f', args: [v('a'), v('b')], expands: true }],
    ['provider::aws::f(1,)', { call: 'provider::aws::f', args: [1] }],
    ['f (\n  1,\n  2\n)', { call: 'f', args: [1, 2] }],
    ['[1, "b", # why\n 3,\n]', [1, 'b', 3]],
    [
      '{\n a = 1\n "b" : 2, (c) = 3\n "${d}-e" = 4\n}',
      {
        object: [
          ['a', 1],
          ['b', 2],
          [v('c'), 3],
          [{ template: [{ is: v('d') }, '-e'] }, 4],
        ],
      },
    ],
    ['{}', { object: [] }],
    ['{ for = 1 }', { object: [['for', 1]] }],
    [
      '[for x in y : x.z if x.ok]',
      { for: ['x'], in: v('y'), value: { of: v('x'), get: 'z' }, if: { of: v('x'), get: 'ok' } },
    ],
    ['{for k, w in y : k => w...}', { for: ['k', 'w'], in: v('y'), key: v('k'), value: v('w'), grouped: true }],
    ['a ? b : c ? d : e', { if: v('a'), yes: v('b'), no: { if: v('c'), yes: v('d'), no: v('e') } }],
    ['a || b && c == d', [v('a'), '||', [v('b'), '&&', [v('c'), '==', v('d')]]]],
    ['1 + 2 * 3 - 4', [[1, '+', [2, '*', 3]], '-', 4]],
    ['!a && -b < 2', [['!', v('a')], '&&', [['-', v('b')], '<', 2]]],
    ['(\n a\n == b\n)', [v('a'), '==', v('b')]],
    ['größe-x', v('größe-x')],
    ['<<EOT\n  a ${b}\n\\n "c"\nEOT', { template: ['  a ', { is: v('b') }, '\n\\n "c"\n'] }],
    ['<<-EOT\n    a\n\n      ${b}\n    c\n    EOT', { template: ['a\n\n  ', { is: v('b') }, '\nc\n'] }],
    ['<<-EOT\n  ${a}\n    b\n  EOT', { template: [{ is: v('a') }, '\n  b\n'] }],
    ['<<E\nE', { template: [] }],
  ])('%s', (text, expected) => {
    const brief = value(text);
    expect(brief).toEqual(expected);
  });

  test('a text of a heredoc with line ends of Windows', () => {
    expect(value('<<E\r\na\r\nE\r')).toEqual({ template: ['a\r\n'] });
  });
});

test('blocks, labels, places', () => {
  const text = '\uFEFF# top\nresource "aws_iam_role" ci {\r\n  name = "a" // c\r\n  tags { x = 1 }\r\n}\nlocals {}\n';
  const { body, problems } = parseHcl(text);
  expect(problems).toEqual([]);
  expect(body.blocks.map(({ type, labels }) => [type, ...labels])).toEqual([
    ['resource', 'aws_iam_role', 'ci'],
    ['locals'],
  ]);
  const [role] = body.blocks;
  const [name] = role?.body.attributes ?? [];
  expect(text.slice(role?.header.start, role?.header.end)).toBe('resource "aws_iam_role" ci');
  expect(text.slice(name?.start, name?.end)).toBe('name = "a"');
  expect(text.slice(name?.value.start, name?.value.end)).toBe('"a"');
  expect(role?.body.blocks.map(({ type }) => type)).toEqual(['tags']);
});

describe('mistakes', () => {
  const types = (text: string): readonly string[] => parseHcl(text).body.blocks.map(({ labels }) => labels.join());

  test('one broken block does not lose the file', () => {
    expect(types('r "a" {\n x = = 1\n y = 2\n}\nr "b" {\n x = 1\n}\n')).toEqual(['b']);
    expect(types('r "a" {\n x = "no end\n}\nr "b" {\n}\n')).toEqual(['b']);
  });

  test('a block without an end does not swallow those behind it', () => {
    expect(types('r "a" {\n x = 1\n\nr "b" {\n x = 1\n}\nr "c" {\n}\n')).toEqual(['b', 'c']);
  });

  test('place and what was expected', () => {
    const [problem] = parseHcl('a = [1, 2\nb = 3\n').problems;
    expect(problem).toMatchObject({ code: 'syntax', start: 10 });
    expect(problem?.message).toContain("expected ']'");
  });

  test('an attribute that is set twice', () => {
    const { body, problems } = parseHcl('a {\n x = 1\n x = 2\n}\n');
    expect(problems).toMatchObject([{ code: 'duplicate', message: 'x is set twice' }]);
    expect(body.blocks[0]?.body.attributes).toHaveLength(1);
  });

  test('nesting without end', () => {
    for (const opener of ['[', '(', '{a=', '!', '-', 'f(', '"${', 'a ? ', 'a[', 'b {\n', '<<E\n${']) {
      const { problems } = parseHcl(`x = ${opener.repeat(20_000)}`);
      expect(problems.length).toBeGreaterThan(0);
    }
    expect(parseHcl('b {\n'.repeat(20_000)).problems.length).toBeGreaterThan(0);
    expect(parseHcl(`x = "${'%{if a}'.repeat(20_000)}"\n`).problems.length).toBeGreaterThan(0);
  });

  test('long files', () => {
    expect(parseHcl(' '.repeat(5_000_001)).problems).toMatchObject([{ code: 'limit' }]);
    expect(parseHcl(`x = 1${' \t'.repeat(500_000)}\n`).problems).toEqual([]);
    expect(parseHcl(`x = 1${' + 1'.repeat(100_000)}\n`).problems).toEqual([]);
  });
});

test('whatever is read, it ends, and places stay in the text', () => {
  const words =
    'a = [ ] ( ) . * [*] , ? : => ... for in if 1 - ! && /* */ # \\ ~} ${ } " <<-E E %{if%20a} %{endif} %{for%20x%20in%20y} b%20{ %20 %0a';
  const piece = constantFrom(...words.split(' ').map((word) => word.replaceAll('%20', ' ').replaceAll('%0a', '\n')));
  assert(
    property(array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      const { body, problems } = parseHcl(text);
      for (const { start, end } of [...body.attributes, ...body.blocks, ...problems]) {
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 3000 },
  );
});

test('a quoted text is read back as it was', () => {
  assert(
    property(string({ unit: 'binary' }), (text) => {
      const quoted = JSON.stringify(text)
        .replaceAll('\\b', '\\u0008')
        .replaceAll('\\f', '\\u000c')
        .replaceAll('${', '$${')
        .replaceAll('%{', '%%{');
      // `$$${` is a dollar before an escape, which only the parts tell apart.
      pre(!/[$%]{2}\{/.test(text) && !/[\uD800-\uDFFF]/.test(text.replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g, '')));
      expect(value(quoted)).toBe(text);
    }),
  );
});

test('texts that are templates as a whole', () => {
  const read = parseTemplateText('a "${b.c}"');
  expect(read && brief(read)).toEqual({ template: ['a "', { is: { of: v('b'), get: 'c' } }, '"'] });
  expect(parseTemplateText('${a')).toBeUndefined();
});
