import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SourceText } from '../../lib/text/source-text.ts';
import { isOpen, member, subjectOf, symbolicText, type Value } from '../value.ts';
import { TerraformConfiguration } from './configuration.ts';

function load(files: Readonly<Record<string, string>>) {
  const sources = new Map(Object.entries(files).map(([path, text]) => [path, new SourceText(path, text)]));
  const own = [...sources.values()].filter(({ uri }) => /\.tf(?:vars)?(?:\.json)?$/.test(uri));
  return new TerraformConfiguration(own, (path) => sources.get(path));
}

/** Plain data; what is open is its name in angle brackets. */
function plain(value: Value | undefined): unknown {
  if (value === undefined) return undefined;
  if (isOpen(value)) return `<${subjectOf(value)}>`;
  if (value.kind === 'text') return symbolicText(value);
  if (value.kind === 'json') return { json: plain(value.value) };
  if (value.kind === 'list') return value.items.map(plain);
  return value.kind === 'map' ? Object.fromEntries([...value.entries].map(([k, v]) => [k, plain(v)])) : value.value;
}

/** The attributes of resources of type `t`, by address. */
function resources(files: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  const found = [...load(files).resources(new Set(['t']))];
  return Object.fromEntries(found.map(({ address, attributes }) => [address, plain(attributes)]));
}

/** What an expression is worth beside some declarations. */
function worth(expression: string, beside = ''): unknown {
  const all = resources({ 'main.tf': `${beside}\nresource "t" "a" {\n  x = ${expression}\n}\n` });
  return (all['t.a'] as { readonly x?: unknown } | undefined)?.x;
}

describe('expressions', () => {
  test.each<[string, unknown]>([
    ['"a-${1 + 2 * 3}"', 'a-7'],
    ['var.open == "a" && false', false],
    ['true || var.open', true],
    ['var.open ? "same" : "same"', 'same'],
    ['var.open ? 1 : 2', '<var.open>'],
    ['"repo:${var.open}:*"', 'repo:${var.open}:*'],
    ['[for s in ["a", "b"] : upper(s) if s != "a"]', ['B']],
    ['{for k, v in { a = 1 } : k => v + 1}', { a: 2 }],
    ['{for s in ["ab", "ac"] : substr(s, 0, 1) => s...}', { a: ['ab', 'ac'] }],
    ['[{ n = 1 }, { n = 2 }][*].n', [1, 2]],
    ['null', undefined],
    ['"%{ for s in ["a", "b"] }${s},%{ endfor }"', 'a,b,'],
    ['jsonencode({ a = [1, var.open] })', { json: { a: [1, '<var.open>'] } }],
    ['jsondecode(jsonencode({ a = var.open })).a', '<var.open>'],
    ['"${jsonencode({ b = 1, a = "x" })}!"', '{"a":"x","b":1}!'],
    ['jsondecode("{\\"a\\": [1]}").a[0]', 1],
    ['join(",", ["a", var.open])', 'a,${var.open}'],
    ['format("%s-%[1]s-%d%%", "a", 2)', 'a-a-2%'],
    ['format("repo:%s/%s:*", "org", var.open)', 'repo:org/${var.open}:*'],
    ['formatlist("x:%s", ["a", "b"])', ['x:a', 'x:b']],
    ['replace("https://a.b", "https://", "")', 'a.b'],
    ['replace("https://a.b", "/^https?:/", "")', '//a.b'],
    ['lookup({ a = 1 }, "b", 2)', 2],
    ['merge({ a = 1 }, null, { b = 2 })', { a: 1, b: 2 }],
    ['toset(["b", "b"])', ['b']],
    ['try(local.none.a, "fallback")', 'fallback'],
    ['try(var.open, "fallback")', '<var.open>'],
    ['length([var.open, 1])', 2],
    ['contains(["a"], "a")', true],
    ['element(["a", "b"], 3)', 'b'],
    ['regex("^repo:([^/]+)/", "repo:org/app")', ['org']],
    ['flatten([["a"], [["b"]]])', ['a', 'b']],
    ['concat(["a"], var.open)', '<var.open>'],
    ['split("/", "a/b")', ['a', 'b']],
    ['trimprefix("repo:a", "repo:")', 'a'],
    ['sort(["b", "a"])', ['a', 'b']],
    ['substr("👨‍👩‍👧a", 0, 1)', '👨‍👩‍👧'],
    ['data.aws_caller_identity.me.account_id', '<data.aws_caller_identity.me.account_id>'],
    ['aws_iam_role.x.arn', '<aws_iam_role.x.arn>'],
    ['aws_iam_role.x.name', 'x'],
    ['nothing.a.b', '<nothing.a>'],
    ['unheard(1)', '<unheard()>'],
    ['1 / 0', '<the expression>'],
  ])('%s', (expression, expected) => {
    const beside =
      'variable "open" {}\ndata "aws_caller_identity" "me" {}\nresource "aws_iam_role" "x" {\n name = "x"\n}\n';
    expect(worth(expression, beside)).toEqual(expected);
  });

  test('why a value is not known', () => {
    const [role] = load({ 'a.tf': 'variable "b" {}\nresource "t" "a" {\n x = "${var.b}"\n}\n' }).resources(
      new Set(['t']),
    );
    expect(member(role?.attributes, 'x')).toMatchObject({ subject: 'var.b', why: 'var.b has no default' });
  });
});

test('variables: defaults, files of values, the later file', () => {
  const files = {
    'a/main.tf':
      'variable "x" {\n default = 1\n}\nvariable "y" {\n default = 1\n}\nresource "t" "a" {\n v = [var.x, var.y]\n}\n',
    'a/terraform.tfvars': 'x = 2\ny = 2\n',
    'a/b.auto.tfvars': 'y = 3\n',
    'a/other.tfvars': 'x = 9\n',
  };
  expect(resources(files)).toEqual({ 't.a': { v: [2, 3] } });
});

test('count and for_each, also when it is not known how many', () => {
  const text = `
    variable "open" {}
    resource "t" "none" { count = 0 }
    resource "t" "two" {
      count = 2
      n = count.index
    }
    resource "t" "each" {
      for_each = { b = 1, a = 2 }
      n = "\${each.key}\${each.value}"
    }
    resource "t" "open" {
      for_each = var.open
      n = "x-\${each.key}"
    }
    resource "t" "all" {
      a = [t.two[*].n, t.two[1].n, t.each["a"].n, values(t.each)[*].n]
    }`;
  expect(resources({ 'main.tf': text })).toEqual({
    't.two[0]': { count: 2, n: 0 },
    't.two[1]': { count: 2, n: 1 },
    't.each["a"]': { for_each: { b: 1, a: 2 }, n: 'a2' },
    't.each["b"]': { for_each: { b: 1, a: 2 }, n: 'b1' },
    't.open': { for_each: '<var.open>', n: 'x-${each.key}' },
    't.all': { a: [[0, 1], 1, 'a2', ['a2', 'b1']] },
  });
});

test('blocks, and those that are made', () => {
  const text = `
    resource "t" "a" {
      b { n = 0 }
      dynamic "b" {
        for_each = [1, 2]
        iterator = it
        content { n = it.value }
      }
    }`;
  expect(resources({ 'main.tf': text })).toEqual({ 't.a': { b: [{ n: 0 }, { n: 1 }, { n: 2 }] } });
});

describe('modules', () => {
  const inner = 'variable "name" {}\nresource "t" "x" {\n n = var.name\n}\noutput "n" {\n value = "out-${t.x.n}"\n}\n';

  test('a local one is worked out for each call; what it gives back is used', () => {
    const files = {
      'env/main.tf': `module "m" {
        source   = "../modules/m"
        for_each = toset(["a", "b"])
        name     = each.key
      }
      resource "t" "y" {
        n = module.m["a"].n
      }`,
      'modules/m/main.tf': inner,
    };
    expect(resources(files)).toEqual({
      't.y': { n: 'out-a' },
      'module.m["a"].t.x': { n: 'a' },
      'module.m["b"].t.x': { n: 'b' },
    });
  });

  test('one that is elsewhere leaves a hole', () => {
    const files = { 'main.tf': 'module "m" {\n source = "org/m/aws"\n}\nresource "t" "y" {\n n = module.m.n\n}\n' };
    expect(resources(files)).toEqual({ 't.y': { n: '<module.m.n>' } });
  });

  test('one that calls itself ends', () => {
    const files = { 'a/main.tf': 'module "m" {\n source = "../a"\n}\nresource "t" "y" {}\n' };
    expect(Object.keys(resources(files))).toHaveLength(21);
  });
});

test('policy documents, sources first, statements by sid', () => {
  const text = `
    data "aws_iam_policy_document" "base" {
      statement {
        sid     = "s"
        actions = ["a"]
      }
    }
    data "aws_iam_policy_document" "p" {
      source_policy_documents = [data.aws_iam_policy_document.base.json]
      statement {
        sid = "s"
        principals {
          type        = "Federated"
          identifiers = ["arn"]
        }
        condition {
          test     = "StringLike"
          variable = "h:sub"
          values   = ["x:*"]
        }
      }
    }
    resource "t" "a" {
      policy = data.aws_iam_policy_document.p.json
    }`;
  expect(resources({ 'main.tf': text })).toEqual({
    't.a': {
      policy: {
        json: {
          Statement: [
            {
              Effect: 'Allow',
              Sid: 's',
              Principal: { Federated: ['arn'] },
              Condition: { StringLike: { 'h:sub': ['x:*'] } },
            },
          ],
        },
      },
    },
  });
});

test('the JSON syntax', () => {
  const files = {
    'a.tf.json': JSON.stringify({
      variable: { org: { default: 'octo' } },
      locals: { pattern: 'repo:${var.org}/*' },
      resource: {
        t: {
          a: { x: '${local.pattern}', y: ['$${z}', 1, true], b: { n: '${1 + 1}' } },
          c: [{ dynamic: { s: { for_each: ['p', 'q'], content: { v: '${s.value}!' } } } }],
        },
      },
    }),
    'terraform.tfvars.json': '{ "org": "other" }',
  };
  expect(resources(files)).toEqual({
    't.a': { x: 'repo:other/*', y: ['${z}', 1, true], b: { n: 2 } },
    't.c': { s: [{ v: 'p!' }, { v: 'q!' }] },
  });
});

test('what the platform decides of a resource is a reference, by any way', () => {
  const beside = 'resource "x" "one" {}\nresource "x" "two" {\n count = 2\n}\n';
  expect(worth('[x.one.id, x.one[*].id, x.two[*].id, x.two[0].id]', beside)).toEqual([
    '<x.one.id>',
    ['<x.one.id>'],
    ['<x.two[0].id>', '<x.two[1].id>'],
    '<x.two[0].id>',
  ]);
});

test('files and templates of the repository', () => {
  const files = {
    'a/main.tf': `resource "t" "a" {
      x = jsondecode(file("\${path.module}/p.json"))
      y = templatefile("\${path.module}/p.tpl", { org = "o" })
      z = file("/etc/passwd")
    }`,
    'a/p.json': '{ "k": ["v"] }',
    'a/p.tpl': 'repo:${org}',
  };
  const expected = { x: { k: ['v'] }, y: 'repo:o', z: '<file(/etc/passwd)>' };
  expect(resources(files)).toEqual({ 't.a': expected });
});

describe('what is hostile ends as unknown', () => {
  test('names that lead to each other', () => {
    expect(worth('local.a', 'locals {\n a = local.b\n b = local.a\n}\n')).toMatch(/^<local\./);
    expect(worth('"${t.a.x}"')).toMatch(/^<t\.a/);
  });

  test('texts and lists that double', () => {
    const doubling = Array.from({ length: 60 }, (_, i) => `  l${i + 1} = "\${local.l${i}}\${local.l${i}}"`).join('\n');
    expect(worth('local.l60', `locals {\n  l0 = "aaaa"\n${doubling}\n}\n`)).toMatch(/^(?:<|\$\{the text)/);
    const lists = Array.from({ length: 40 }, (_, i) => `  l${i + 1} = concat(local.l${i}, local.l${i})`).join('\n');
    expect(worth('length(local.l40)', `locals {\n  l0 = ["a"]\n${lists}\n}\n`)).toMatch(/^</);
  });

  test('long chains and great counts', () => {
    const chain = Array.from({ length: 3000 }, (_, i) => `  l${i + 1} = local.l${i}`).join('\n');
    expect(worth('local.l3000', `locals {\n  l0 = 1\n${chain}\n}\n`)).toMatch(/^</);
    expect(Object.keys(resources({ 'main.tf': 'resource "t" "a" {\n count = 1e9\n}\n' }))).toHaveLength(1000);
    expect(worth('[for a in range(1000) : [for b in range(1000) : [for c in range(1000) : a]]]')).toBeDefined();
  });

  test('anything', () => {
    const words =
      'var.a local.a t.a [ ] { } ( ) " ${ . * [*] for%20x%20in%20 : x 1 join( format( merge( jsonencode( , ? == ! - ... %25s null';
    const word = constantFrom(...words.split(' ').map(decodeURIComponent));
    assert(
      property(array(word, { maxLength: 25 }), (all) => {
        resources({
          'main.tf': `locals {\n a = ${all.join(' ')}\n}\nresource "t" "a" {\n x = ${all.join(' ')}\n}\n`,
        });
      }),
      { numRuns: 500 },
    );
  });
});
