import * as fc from 'fast-check';
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

it('asks of alternatives only for the literals that they have themselves', () => {
  const literals = ['mysql', 'mongo', 'redis-cli', 'sqlcmd'].map((text) => ({ text, caseless: false }));
  const source = '(?<![\\w-])(?:mongo(?:sh|dump)?|sqlcmd) -p(\\w{3,9})';
  const pattern = { source, flags: '', literals, lead: 2, maxLength: 40 };
  const tight = tightenPattern(pattern);
  expect(tight.literals.map(({ text }) => text)).toEqual(['mongo', 'sqlcmd']);
  const words = ['mysql', 'mongo', 'mongosh', 'sqlcmd', ' -p', 'abc', 'x', '-', ' '];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { maxLength: 20 }), (parts) => {
      const bytes = Buffer.from(parts.join(''));
      expect(createMatcher([tight]).scan(bytes)).toEqual(createMatcher([pattern]).scan(bytes));
    }),
  );
});

it('keeps the gate where an alternative has no literal of its own', () => {
  const literals = ['alpha', 'beta', 'gamma'].map((text) => ({ text, caseless: false }));
  const pattern = { source: '(?:alpha|[a-z]{3}) beta?', flags: '', literals, lead: 9, maxLength: 40 };
  expect(tightenPattern(pattern)).toEqual(pattern);
});
