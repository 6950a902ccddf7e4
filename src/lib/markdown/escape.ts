import { flatten, sanitize } from '../terminal/sanitize.ts';

const joiner = '\u2060';
// What can start markup anywhere in a line; then what can at its start; then what makes a link or an emoji of a word.
const markup = /[\\`*_[\]<>#|~&$]|^[-+=]|(?<=^\d{1,9})[.)]|(?<=www)\.|:(?=[\w/+-])/gi;

/**
 * Foreign text as one line of GitHub or GitLab flavoured Markdown that renders as itself: no markup, link, HTML,
 * mention of a person or reference to an issue. Platforms look for the last two in the rendered text, where a
 * backslash is of no use, so an invisible word joiner follows their sign.
 */
export function escapeMarkdown(text: string): string {
  return defuse(flatten(text)).replace(markup, String.raw`\$&`);
}

/** Breaks mentions and references only; for text that goes into HTML inside Markdown. */
export function defuse(text: string): string {
  return text.replace(/[@#!~%$&](?=[\w"])/g, `$&${joiner}`);
}

/** Text as a code span (CommonMark 0.31 §6.1): its fence is longer than any run of backticks inside. */
export function codeSpan(text: string): string {
  const content = flatten(text);
  const fence = '`'.repeat(longestRun(content) + 1);
  const padding = content === '' || content.startsWith('`') || content.endsWith('`') ? ' ' : '';
  return `${fence}${padding}${content}${padding}${fence}`;
}

/** Lines as a fenced code block (CommonMark 0.31 §4.5). */
export function codeBlock(lines: readonly string[]): string {
  const content = lines.map((line) => sanitize(line.replaceAll('\t', '    '))).join('\n');
  const fence = '`'.repeat(Math.max(3, longestRun(content) + 1));
  return `${fence}\n${content}\n${fence}`;
}

function longestRun(text: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}
