import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearestWord } from './nearest-word.ts';

const words = ['scanners', 'soft', 'fail-on', 'rules', 'waivers', 'windows'];

test.each([
  ['scaners', 'scanners'],
  ['fail_on', 'fail-on'],
  ['failon', 'fail-on'],
  ['Rules', 'rules'],
  ['sotf', 'soft'],
  ['window', 'windows'],
  ['windowsill', 'windows'],
  ['scan', 'scanners'],
  ['approvals', undefined],
  ['x', undefined],
  ['', undefined],
])('%s is meant to be %s', (word, meant) => {
  expect(nearestWord(word, words)).toBe(meant);
});

test('a word with one mistake is recognised among words that differ more', () => {
  fc.assert(
    fc.property(fc.constantFrom(...words), fc.nat(), fc.constantFrom('q', ''), (word, at, letter) => {
      const place = at % word.length;
      expect(nearestWord(word.slice(0, place) + letter + word.slice(place + 1), words)).toBe(word);
    }),
  );
});
