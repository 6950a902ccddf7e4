import { expect, test } from 'vitest';
import { displayWidth, graphemes } from './width.ts';

test.each([
  ['', 0],
  ['abc', 3],
  ['é', 1],
  ['e\u0301', 1],
  ['漢字', 4],
  ['ｆｕｌｌ', 8],
  ['한글', 4],
  ['\u1112\u1161\u11ab', 2],
  ['😀', 2],
  ['👩‍💻', 2],
  ['🇨🇭', 2],
  ['❤\ufe0f', 2],
  ['❤', 1],
  ['☕', 2],
  ['│─┃', 3],
  ['हि', 1],
  ['\u0000\u001b', 0],
  ['𠀀', 2],
])('%j takes %i columns', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test('graphemes join to the text', () => {
  const text = 'a漢e\u0301👩‍💻🇨🇭!';
  expect([...graphemes(text)].map((grapheme) => grapheme.text).join('')).toBe(text);
  expect([...graphemes(text)].map((grapheme) => grapheme.width)).toEqual([1, 2, 1, 2, 2, 1]);
});
