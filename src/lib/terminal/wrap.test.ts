import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutEnd, cutMiddle, cutStart } from './cut.ts';
import { flatten } from './sanitize.ts';
import { displayWidth } from './width.ts';
import { wrap } from './wrap.ts';

const text = fc
  .array(fc.oneof(fc.string(), fc.constantFrom('漢字', '😀', ' ', 'word')))
  .map((parts) => flatten(parts.join('')));
const width = fc.integer({ min: 2, max: 60 });

test('breaks between words', () => {
  expect(wrap('the quick brown fox', 10)).toEqual(['the quick', 'brown fox']);
  expect(wrap('', 10)).toEqual([]);
});

test('breaks a word that is longer than a line', () => {
  expect(wrap('see 漢字漢字漢字 there', 5)).toEqual(['see', '漢字', '漢字', '漢字', 'there']);
});

test('no line is too wide and no character is lost', () => {
  fc.assert(
    fc.property(text, width, (text, width) => {
      const lines = wrap(text, width);
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }),
  );
});

test('cuts keep within the width and leave short text alone', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 0, max: 60 }), (text, width) => {
      for (const cut of [cutStart, cutMiddle, cutEnd]) {
        expect(displayWidth(cut(text, width))).toBeLessThanOrEqual(width);
        expect(cut(text, displayWidth(text))).toBe(text);
      }
    }),
  );
});

test('each cut loses another part', () => {
  expect(cutStart('abcdefghij', 5)).toBe('…ghij');
  expect(cutEnd('abcdefghij', 5)).toBe('abcd…');
  expect(cutMiddle('src/deep/down/file.ts', 12)).toBe('src…/file.ts');
});
