import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeMarkup } from './escape.ts';
import { markup } from './markup.ts';

test('text is escaped, markup is not', () => {
  const inner = markup`<b>${'<i>'}</b>`;
  expect(markup`<p title="${`"'`}">${inner}${['a', 1, undefined, false, [inner]]}</p>`.text).toBe(
    '<p title="&quot;&#39;"><b>&lt;i&gt;</b>a1<b>&lt;i&gt;</b></p>',
  );
});

test('what no document may hold is replaced, line breaks and tabs stay', () => {
  expect(escapeMarkup('a\u0000\u001b\ud800\ufffe\u202e\u0085b')).toBe('a\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdb');
  expect(escapeMarkup('a\n\t\r😀')).toBe('a\n\t\r😀');
});

test('no text opens a tag, closes an attribute or starts an unknown entity', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const escaped = escapeMarkup(text);
      expect(escaped).not.toMatch(/[<>"']/);
      expect(escaped.replace(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
    }),
  );
});
