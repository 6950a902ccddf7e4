import { expect, test } from 'vitest';
import { codeBlock, codeSpan, defuse, escapeMarkdown } from './escape.ts';

test('markup of all kinds is escaped', () => {
  expect(escapeMarkdown('*a* _b_ [c](d) <e> `f` ~g~ |h|')).toBe(
    String.raw`\*a\* \_b\_ \[c\](d) \<e\> \`f\` \~g\~ \|h\|`.replace(String.raw`\~g`, '\\~\u2060g'),
  );
});

test('what is markup only at the start of a line is escaped there', () => {
  expect(escapeMarkdown('- a - b')).toBe(String.raw`\- a - b`);
  expect(escapeMarkdown('12. a 3. b')).toBe(String.raw`12\. a 3. b`);
});

test('addresses do not become links', () => {
  expect(escapeMarkdown('http://x.example www.x.example :tada:')).toBe(
    String.raw`http\://x.example www\.x.example \:tada:`,
  );
});

test('mentions and references lose their meaning but not their look', () => {
  expect(defuse('@all #12 !3 a@b.example')).toBe('@\u2060all #\u206012 !\u20603 a@\u2060b.example');
  expect(escapeMarkdown('@all\n# title')).toBe('@\u2060all \\# title');
});

test('code spans outdo the backticks inside', () => {
  expect(codeSpan('a`b``c')).toBe('```a`b``c```');
  expect(codeSpan('`a')).toBe('`` `a ``');
  expect(codeSpan('a\nb')).toBe('`a b`');
});

test('code blocks outdo the fences inside and hold no control character', () => {
  expect(codeBlock(['a', '````', '\tb\u001b'])).toBe('`````\na\n````\n    b␛\n`````');
});
