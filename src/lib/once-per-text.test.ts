import { expect, it } from 'vitest';
import { oncePerText } from './once-per-text.ts';

it('computes once, remembers also what is undefined, and does not keep more than it may', () => {
  const asked: string[] = [];
  const length = oncePerText((text) => {
    asked.push(text);
    return text === '' ? undefined : text.length;
  });
  expect([length('ab'), length('ab'), length(''), length('')]).toEqual([2, 2, undefined, undefined]);
  expect(asked).toEqual(['ab', '']);
  const long = 'x'.repeat(501);
  expect([length(long), length(long)]).toEqual([501, 501]);
  expect(asked).toHaveLength(4);
  for (let index = 0; index < 4000; index++) length(`${index}`);
  expect(length('ab')).toBe(2);
  expect(asked.filter((text) => text === 'ab')).toHaveLength(2);
});
