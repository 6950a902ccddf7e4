import type { FileStyle } from './file-style.ts';
import type { Span } from './read-quoted.ts';

/** What an unquoted value may consist of, by the place it stands in. */
const words = {
  /** Shell word. */
  shell: /[^\s;&|<>()"'`]{1,256}/y,
  /** Value inside a string: connection string, query, DSN. */
  inner: /[^\s;&"'`,<>(){}\\|]{1,256}/y,
  /** To the end of the line or a comment. */
  line: /[^\s#;][^\r\n]{0,255}/y,
  flow: /[^\s,}\]][^,}\]\r\n]{0,255}/y,
  element: /[^<>\r\n]{1,256}(?=<)/y,
  prose: /[*_`]{0,3}[^\s`*|<>,"'()]{1,256}/y,
  expansion: /[^}\r\n"']{1,256}(?=\})/y,
} as const;

/** The unquoted value at `at`; undefined where a file of this style has none. `inString`: the name stands in a string. */
export function readUnquoted(
  text: string,
  at: number,
  style: FileStyle,
  operator: string,
  inString: boolean,
): Span | undefined {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  if (/\$\{[\w.-]+:-?$/.test(line)) return read(words.expansion, text, at);
  if (operator === '>') return markup.has(style) ? read(words.element, text, at) : undefined;
  if (inString) return operator === '=' || operator === ':' ? read(words.inner, text, at) : undefined;
  if (operator === 'is') return style === 'prose' && /:[ \t]*$/.test(line) ? read(words.prose, text, at) : undefined;
  if (!assigning.has(operator)) return undefined;
  if (style === 'shell') return operator === ':' ? undefined : read(words.shell, text, at);
  if (style === 'yaml') {
    if (/[{[][^\]}]*$/.test(line)) return read(words.flow, text, at);
    return trimmed(text, read(operator === '=' ? words.shell : words.line, text, at));
  }
  if (style === 'properties') {
    return several(text, at) ? read(words.shell, text, at) : trimmed(text, read(words.line, text, at));
  }
  if (style === 'other') return bareLine.test(line) ? trimmed(text, read(words.line, text, at)) : undefined;
  // A comment in code is prose.
  const prose =
    style === 'prose' ||
    (style === 'code' && operator !== ' ' && /^\s*(?:\/\/|#|\*|--|;|\/\*)|\s(?:\/\/|#)\s/.test(line));
  return prose ? read(words.prose, text, at) : undefined;
}

const markup: ReadonlySet<FileStyle> = new Set<FileStyle>(['xml', 'code', 'prose']);
const assigning: ReadonlySet<string> = new Set(['=', ':', ' ', 'value', '?=', ':=']);
const bareLine = /^\s*(?:[-*]\s+)?(?:export\s+)?[\w.-]{2,60}\s*[:= ]\s*$/;

function read(word: RegExp, text: string, at: number): Span | undefined {
  word.lastIndex = at;
  const match = word.exec(text);
  if (match === null) return undefined;
  // `name(` and `$(name)` are computed.
  if (text.charAt(at + match[0].length) === '(') return undefined;
  const lead = /^[*_`]*/.exec(match[0])?.[0].length ?? 0;
  const start = word === words.prose ? at + lead : at;
  return { start, end: at + match[0].length, quote: '' };
}

/** Without a trailing comment and spaces. */
function trimmed(text: string, span: Span | undefined): Span | undefined {
  if (span === undefined) return undefined;
  const value = text.slice(span.start, span.end);
  const cut = value.search(/\s+[#;](?:\s|$)|\s+$/);
  return cut < 0 ? span : { ...span, end: span.start + value.slice(0, cut).trimEnd().length };
}

/** Whether more assignments follow on the line, as in an Ansible inventory. */
function several(text: string, at: number): boolean {
  const end = text.indexOf('\n', at);
  return /^\S+\s+[\w.-]+=\S/.test(text.slice(at, end < 0 ? undefined : end));
}
