import { describe, expect, test } from 'vitest';
import { SourceText } from '../../lib/text/source-text.ts';
import { isOpen, subjectOf, symbolicText, type Value } from '../value.ts';
import { templateResources } from './template.ts';

function plain(value: Value): unknown {
  if (isOpen(value)) return `<${subjectOf(value)}>`;
  if (value.kind === 'list') return value.items.map(plain);
  if (value.kind === 'map') return Object.fromEntries([...value.entries].map(([k, v]) => [k, plain(v)]));
  return symbolicText(value) ?? null;
}

function resources(text: string): Readonly<Record<string, unknown>> {
  const found = templateResources(new SourceText('t.yml', text), new Set(['AWS::X::Y']));
  return Object.fromEntries(found.map(({ address, attributes }) => [address, plain(attributes)]));
}

/** What a property is worth. */
function worth(value: string): unknown {
  const text = `
Parameters:
  Org: { Type: String, Default: octo }
  Open: { Type: String }
  Names: { Type: CommaDelimitedList, Default: 'a, b' }
Mappings:
  M: { k: { v: found } }
Conditions:
  Yes: !Equals [!Ref Org, octo]
  No: !Not [!Condition Yes]
  Maybe: !Equals [!Ref Open, x]
  Or: !Or [!Condition Maybe, !Condition Yes]
Resources:
  R:
    Type: AWS::X::Y
    Properties:
      P: ${value}
`;
  const { P } = (resources(text)['AWS::X::Y.R'] ?? {}) as { readonly P?: unknown };
  return P;
}

describe('functions', () => {
  test.each<[string, unknown]>([
    ['!Ref Org', 'octo'],
    ['!Ref Open', '<Open>'],
    ['!Ref Names', ['a', 'b']],
    ['!Ref Other', '<Other>'],
    ['{ "Ref": "Org" }', 'octo'],
    ['!Ref AWS::NoValue', undefined],
    ['!Sub "repo:${Org}/${Open}:*"', 'repo:octo/${Open}:*'],
    ['!Sub ["${a}-${!b}-${R.Arn}", { a: !Ref Org }]', 'octo-${b}-${R.Arn}'],
    ['!GetAtt R.Arn', '<R.Arn>'],
    ['!GetAtt [R, Arn]', '<R.Arn>'],
    ['!Join ["/", [a, !Ref Org]]', 'a/octo'],
    ['!Select [1, !Split [",", "a,b"]]', 'b'],
    ['!FindInMap [M, k, v]', 'found'],
    ['!If [Yes, a, b]', 'a'],
    ['!If [No, a, !Ref AWS::NoValue]', undefined],
    ['!If [Or, a, b]', 'a'],
    ['!If [Maybe, a, b]', '<Maybe>'],
    ['!If [Maybe, a, a]', 'a'],
    ['!ImportValue x', '<Fn::ImportValue>'],
  ])('%s', (value, expected) => {
    expect(worth(value)).toEqual(expected);
  });
});

test('resources whose condition does not hold are not made', () => {
  const text = `
Conditions: { Never: !Equals [a, b] }
Resources:
  A: { Type: AWS::X::Y, Condition: Never }
  B: { Type: AWS::X::Y }
`;
  expect(resources(text)).toEqual({ 'AWS::X::Y.B': {} });
});

test('JSON, and files that are no templates', () => {
  expect(resources('{"Resources":{"A":{"Type":"AWS::X::Y","Properties":{"P":{"Fn::Sub":"x"}}}}}')).toEqual({
    'AWS::X::Y.A': { P: 'x' },
  });
  expect(resources('a: b')).toEqual({});
  expect(resources('AWS::X::Y: [')).toEqual({});
});

test('a condition of itself ends', () => {
  const text = 'Conditions: { A: !Condition A }\nResources:\n  R: { Type: AWS::X::Y, Condition: A }\n';
  expect(Object.keys(resources(text))).toHaveLength(1);
});
