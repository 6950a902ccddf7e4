import { codeSpan, escapeMarkdown } from '../lib/markdown/escape.ts';
import { markup, type Content } from '../lib/html/markup.ts';

/**
 * Texts of rules and findings put code between backticks. Prose and code by turns, prose first; text whose backticks do
 * not pair (it may quote what an attacker wrote) is prose as a whole.
 */
function proseAndCode(text: string): readonly string[] {
  const paired = !text.includes('``') && text.split('`').length % 2 === 1;
  return paired ? text.split('`') : [text];
}

/** One line of Markdown; nothing in the text becomes markup but its code. */
export function proseInMarkdown(text: string): string {
  return proseAndCode(text)
    .map((part, index) => {
      if (index % 2 === 1) return codeSpan(part);
      const start = /^\s/.test(part) ? ' ' : '';
      return part.trim() === '' ? start : `${start}${escapeMarkdown(part)}${/\s$/.test(part) ? ' ' : ''}`;
    })
    .join('')
    .trim();
}

export function proseInHtml(text: string): Content {
  return proseAndCode(text).map((part, index) => (index % 2 === 1 ? markup`<code>${part}</code>` : part));
}
