import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeFrame } from './code-frame.ts';
import { screen } from './screen.ts';
import { displayWidth } from './width.ts';

const plain = screen(60, false);

test('numbers the lines and underlines the highlight', () => {
  const frame = {
    startLine: 9,
    lines: ['first', '\tkey = "abc"', 'last'],
    highlight: { line: 10, startColumn: 9, endColumn: 12 },
  };
  expect([...codeFrame(frame, plain, 2)]).toEqual([
    '   9 │ first',
    '  10 │     key = "abc"',
    '     │            ^^^',
    '  11 │ last',
  ]);
});

test('carets stand under wide characters', () => {
  const frame = { startLine: 1, lines: ['漢字😀 key'], highlight: { line: 1, startColumn: 3, endColumn: 5 } };
  const [code, carets] = [...codeFrame(frame, plain, 0)];
  expect(code).toBe('1 │ 漢字😀 key');
  expect(carets).toBe('  │     ^^');
});

test('a highlight far to the right stays in sight', () => {
  const line = `${'x'.repeat(300)}SECRET${'y'.repeat(300)}`;
  const frame = { startLine: 1, lines: [line], highlight: { line: 1, startColumn: 301, endColumn: 307 } };
  const [code = '', carets = ''] = [...codeFrame(frame, plain, 0)];
  expect(code.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('SECRET');
  expect(displayWidth(code)).toBeLessThanOrEqual(60);
});

test('an empty highlight still shows one caret', () => {
  const frame = { startLine: 1, lines: ['ab'], highlight: { line: 1, startColumn: 3, endColumn: 3 } };
  expect([...codeFrame(frame, plain, 0)][1]).toBe('  │   ^');
});

test('whatever the lines and columns, rows fit and hold no control character', () => {
  const column = fc.integer({ min: 1, max: 400 });
  const line = fc.array(
    fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\t', '漢', '\u001b[2J', 'x'.repeat(200))),
  );
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 4 }),
      column,
      column,
      fc.integer({ min: 1, max: 5 }),
      (lines, a, b, at) => {
        const frame = {
          startLine: 1,
          lines: lines.map((parts) => parts.join('')),
          highlight: { line: at, startColumn: a, endColumn: b },
        };
        for (const row of codeFrame(frame, screen(50, false), 4)) {
          expect(displayWidth(row)).toBeLessThanOrEqual(50);
          expect(row).not.toMatch(/\p{Cc}/u);
        }
      },
    ),
    { numRuns: 40 },
  );
});
