import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { hostileText } from '../../test/reports/hostile-report.ts';
import { markup } from '../lib/html/markup.ts';
import { proseInHtml, proseInMarkdown } from './prose.ts';

const html = (text: string): string => markup`${proseInHtml(text)}`.text;

test.each([
  ['`node:latest` follows', '`node:latest` follows', '<code>node:latest</code> follows'],
  [
    'write `a*b` and `c_d`, then *go*',
    String.raw`write ${'`a*b`'} and ${'`c_d`'}, then \*go\*`,
    'write <code>a*b</code> and <code>c_d</code>, then *go*',
  ],
  ['one ` alone', '\\` alone', 'one ` alone'],
  ['two `` of them', '\\`\\` of them', 'two `` of them'],
  ['`<b>`', '`<b>`', '<code>&lt;b&gt;</code>'],
])('%s', (text, markdown, page) => {
  expect(proseInMarkdown(text)).toContain(markdown);
  expect(html(text)).toBe(page);
});

test('the backticks of any text pair or are escaped, so that no code leaks into what follows', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (a, b) => {
      const bare = proseInMarkdown(`${a}\`${b}`).replaceAll(/\\./gu, '');
      expect(bare.replaceAll(/`[^`]+`/g, '')).not.toContain('`');
    }),
  );
});
