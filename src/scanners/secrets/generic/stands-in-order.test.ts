import { array, assert, constantFrom, property } from 'fast-check';
import { expect, it } from 'vitest';
import { standsInOrder } from './stands-in-order.ts';

const letters = /[A-Za-z]{3}/;
const sign = /[^A-Za-z0-9]/;

it('says the same as one expression joined by .*', () => {
  const text = array(constantFrom('a', 'B', 'c', '1', '-', '_'), { maxLength: 12 }).map((all) => all.join(''));
  assert(
    property(text, (value) => {
      expect(standsInOrder(value, [letters, sign, /\d/])).toBe(/[A-Za-z]{3}.*[^A-Za-z0-9].*\d/.test(value));
    }),
    { numRuns: 500 },
  );
});
