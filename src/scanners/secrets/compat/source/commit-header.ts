import type { ByteText } from '../byte-text.ts';
import type { CommitInfo } from '../fragment.ts';

/** What `git log` prints before a commit's changes, first line included, in its default format. */
export function parseCommitHeader(lines: readonly ByteText[]): CommitInfo {
  const hash = (lines[0] ?? '').slice('commit '.length).split(' ')[0] ?? '';
  let author = { name: '', email: '' };
  let date = '';
  let at = 1;
  for (; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line.trim() === '') break;
    if (line.startsWith('Author:')) author = parseIdentity(line.slice('Author:'.length));
    else if (line.startsWith('Date:')) date = toRfc3339(line.slice('Date:'.length).trim());
    else if (line.startsWith('AuthorDate:')) date = toRfc3339(line.slice('AuthorDate:'.length).trim());
  }
  return { hash, author: author.name, email: author.email, date, message: readMessage(lines.slice(at + 1)) };
}

function parseIdentity(text: ByteText): { readonly name: ByteText; readonly email: ByteText } {
  const start = text.indexOf('<');
  const end = text.indexOf('>', start);
  if (start < 0 || end < 0) return { name: '', email: '' };
  return { name: text.slice(0, start).trim(), email: text.slice(start + 1, end).trim() };
}

/** git's default and ISO formats; text that is no date gives an empty one. */
function toRfc3339(text: string): string {
  const written =
    /^\w{3} (\w{3}) (\d{1,2}) (\d\d:\d\d:\d\d) (\d{4}) ([+-]\d\d)(\d\d)$/.exec(text) ??
    /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d) ?([+-]\d\d):?(\d\d)$/.exec(text);
  if (written === null) return '';
  const [, first, second, third, fourth, hours, minutes] = written;
  const instant =
    hours === undefined
      ? new Date(`${first}T${second}${third}:${fourth}`)
      : new Date(`${second} ${first} ${fourth} ${third} GMT${hours}${minutes}`);
  return Number.isNaN(instant.getTime()) ? '' : instant.toISOString().replace(/\.\d+Z$/, 'Z');
}

/** The title on one line, then the body; runs of empty lines become one. */
function readMessage(lines: readonly ByteText[]): ByteText {
  let at = 0;
  const title: ByteText[] = [];
  const indent = /^\s*/.exec(lines[0] ?? '')?.[0] ?? '';
  for (; at < lines.length; at++) {
    const line = (lines[at] ?? '').trim();
    if (line === '') break;
    title.push(line);
  }
  if (title.length === 0) return '';
  let body = '';
  let gap = false;
  for (const written of lines.slice(at + 1)) {
    const trimmed = written.trimEnd();
    const line = trimmed.startsWith(indent) ? trimmed.slice(indent.length) : trimmed;
    if (line === '') {
      gap = true;
      continue;
    }
    if (body !== '') body += gap ? '\n\n' : '\n';
    gap = false;
    body += line;
  }
  return body === '' ? title.join(' ') : `${title.join(' ')}\n\n${body}`;
}
