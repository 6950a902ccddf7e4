import { expect, test } from 'vitest';
import { palette } from './palette.ts';

test('with colour, looks nest and end', () => {
  const { bold, red } = palette(true);
  expect(bold(red('x'))).toBe('\u001b[1m\u001b[31mx\u001b[39m\u001b[22m');
});

test('without colour, text stays as it is', () => {
  const { bold, red, inverse } = palette(false);
  expect(inverse(bold(red('x')))).toBe('x');
});

test('nothing is painted as nothing', () => {
  expect(palette(true).red('')).toBe('');
});
