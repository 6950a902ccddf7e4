import { expect, it } from 'vitest';
import { createMatcher } from './matcher.ts';
import { tightenPattern } from './tighten-pattern.ts';

it('finds what the pattern as it was finds, also one that came without a gate', () => {
  const pattern = { source: '[a-z]{4}-token=[0-9]{6}', flags: '', literals: [], lead: 0, maxLength: 17 };
  const bytes = Buffer.from('x = abcd-token=123456;');
  const plain = createMatcher([pattern]).scan(bytes);
  expect(plain).toHaveLength(1);
  expect(createMatcher([tightenPattern(pattern)]).scan(bytes)).toEqual(plain);
});
