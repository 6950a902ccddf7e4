import { describe, expect, test } from 'vitest';
import { SourceText } from '../../lib/text/source-text.ts';
import { fromPlain, unknown } from '../value.ts';
import { conditionHolds } from './condition.ts';
import { coversAction, readPolicy } from './policy.ts';
import { matchesWildcard } from './wildcard.ts';

const at = { source: new SourceText('p.json', ''), start: 0, end: 0 };

/** `key` has these values; undefined: nobody knows. */
function holds(
  operator: string,
  values: readonly string[],
  present: readonly string[] | undefined,
): boolean | undefined {
  const condition = { operator, key: 'k', values: values.map((value) => fromPlain(value, at)), at };
  return conditionHolds(condition, () => present).value;
}

describe('conditions', () => {
  test.each<[string, readonly string[], readonly string[] | undefined, boolean | undefined]>([
    ['StringEquals', ['a', 'b'], ['b'], true],
    ['StringEquals', ['repo:o/*'], ['repo:o/r'], false],
    ['StringEquals', ['a'], [], false],
    ['StringEqualsIfExists', ['a'], [], true],
    ['StringEqualsIgnoreCase', ['A'], ['a'], true],
    ['StringLike', ['repo:o/*'], ['repo:o/r:x'], true],
    ['StringLike', ['repo:o/?'], ['repo:o/rr'], false],
    ['StringNotEquals', ['a', 'b'], ['b'], false],
    ['StringNotEquals', ['a'], [], true],
    ['StringNotLike', ['a*'], ['b'], true],
    ['ForAllValues:StringLike', ['a'], [], true],
    ['ForAllValues:StringEquals', ['a'], ['b'], false],
    ['ForAnyValue:StringLike', ['a*'], ['b', 'ab'], true],
    ['ForAnyValue:StringEquals', ['a'], [], false],
    ['Null', ['true'], [], true],
    ['Null', ['false'], [], false],
    ['stringequals', ['a'], ['a'], true],
    ['StringEquals', ['a'], undefined, undefined],
    ['DateLessThan', ['2030-01-01'], ['2026-01-01'], undefined],
  ])('%s %j of %j', (operator, values, present, expected) => {
    expect(holds(operator, values, present)).toBe(expected);
  });

  test('what is open leaves it undecided, unless another value decides', () => {
    const values = [unknown('var.s', 'var.s has no default', at), fromPlain('a', at)];
    const condition = { operator: 'StringEquals', key: 'k', values, at };
    expect(conditionHolds(condition, () => ['a']).value).toBe(true);
    expect(conditionHolds(condition, () => ['b'])).toEqual({ value: undefined, why: ['var.s has no default'] });
  });
});

test('wildcards take linear time', () => {
  expect(matchesWildcard('a*b?d', 'axxbcd')).toBe(true);
  expect(matchesWildcard('*a*', 'bbb')).toBe(false);
  expect(matchesWildcard('a?', 'a?', false)).toBe(true);
  expect(matchesWildcard(`${'*a'.repeat(5000)}b`, 'a'.repeat(5000))).toBe(false);
});

test('a policy from its JSON', () => {
  const text = JSON.stringify({
    Statement: {
      Effect: 'Allow',
      Principal: { Federated: 'arn', AWS: ['*'] },
      Action: ['sts:Assume*'],
      Condition: { StringLike: { 'h:sub': 'x' }, Bool: { a: ['true'] } },
    },
  });
  const policy = readPolicy(fromPlain(text, at));
  const [statement] = policy?.statements ?? [];
  expect(statement?.principals.map(({ type }) => type)).toEqual(['Federated', 'AWS']);
  expect(statement?.conditions.map(({ operator, key }) => [operator, key])).toEqual([
    ['StringLike', 'h:sub'],
    ['Bool', 'a'],
  ]);
  expect(statement && coversAction(statement, 'sts:AssumeRoleWithWebIdentity')).toBe(true);
  expect(statement && coversAction(statement, 'sts:TagSession')).toBe(false);
  expect(readPolicy(fromPlain('no policy', at))).toBeUndefined();
});
