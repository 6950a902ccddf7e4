import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { flatten, sanitize } from './sanitize.ts';

const anything = fc.string({ unit: 'binary' });

test('plain text of any language is left alone', () => {
  const text = 'naïve – 漢字 – العربية – हिन्दी – 👩‍💻 – `x` <b>';
  expect(sanitize(text)).toBe(text);
});

test('terminal sequences become visible', () => {
  expect(sanitize('\u001b[2J\u001b]0;title\u0007')).toBe('␛[2J␛]0;title␇');
  expect(sanitize('\u009b31m')).toBe('<U+009B>31m');
  expect(sanitize('a\rb\u0008\u007f')).toBe('a␍b␈␡');
});

test('characters that deceive the eye become visible', () => {
  expect(sanitize('user\u202e// admin\u2066')).toBe('user<U+202E>// admin<U+2066>');
  expect(sanitize('a\u200bb\ufeff\u3164\u{e0041}')).toBe('a<U+200B>b<U+FEFF><U+3164><U+E0041>');
  expect(sanitize('\ud800x')).toBe('\ufffdx');
});

test('no control, bidirectional or lone surrogate character survives', () => {
  fc.assert(
    fc.property(anything, (text) => {
      expect(sanitize(text)).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
      expect(flatten(text)).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
    }),
  );
});

test('flat text has single spaces and no line breaks', () => {
  expect(flatten('  one\r\n\ttwo   three\u2028')).toBe('one two three');
});
