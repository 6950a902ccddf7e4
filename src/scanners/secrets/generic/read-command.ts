import type { SecretKind } from './candidate.ts';
import type { FileStyle } from './file-style.ts';
import { nameKind } from './key-name.ts';
import { findNameStart } from './name-range.ts';
import { readQuoted, type Span } from './read-quoted.ts';
import { readUnquoted } from './read-unquoted.ts';

/** A value with the name that its option or directive gives it. */
export interface NamedSpan extends Span {
  readonly key: string;
  readonly kind: SecretKind;
}

/** Password among the arguments of a well-known command whose matched part ends at `to`. */
export function readCommand(text: string, from: number, to: number): Span | undefined {
  if (text.startsWith('chpasswd', from)) {
    const match = /:([^\s:"'|]{4,64})["']?\s*\|\s*(?:sudo\s+)?$/.exec(text.slice(0, from));
    if (match?.[1] === undefined) return undefined;
    const start = match.index + 1;
    return { start, end: start + match[1].length, quote: '' };
  }
  const quote = /["']$/.exec(text.slice(from, to))?.[0] ?? '';
  const match = (quote === '' ? /^[^\s"'`|;<>]{3,128}/ : /^[^"'\n]{3,128}/).exec(text.slice(to));
  return match === null ? undefined : { start: to, end: to + match[0].length, quote };
}

/** Shell and Dockerfile instructions that set a variable after a space. */
const setter = /^\s*(?:ENV|ARG|setx?|setenv)\s[^\n]*$/i;

/** Value after a space: of an option (`--password x`) anywhere, of a directive (`requirepass x`) in configuration. */
export function readOption(text: string, from: number, to: number, style: FileStyle): NamedSpan | undefined {
  const head = text.slice(from, to);
  if (!/^[\w-]+(?:["'],?)?[ \t]+["']?$/.test(head)) return undefined;
  const before = text.slice(findNameStart(text, from), from);
  const line = text.slice(text.lastIndexOf('\n', from - 1) + 1, from);
  const directive = style === 'properties' || (style === 'shell' && setter.test(line));
  if (!before.startsWith('-') && !directive) return undefined;
  const key = before.replace(/^-+/, '') + head.replace(/["',\s]+$/, '');
  const kind = nameKind(key);
  if (kind === undefined) return undefined;
  const place = to - (/["']$/.test(head) ? 1 : 0);
  const bare = style === 'code' || style === 'yaml' ? 'shell' : style;
  const span = readQuoted(text, place) ?? readUnquoted(text, place, bare, ' ', false);
  return span === undefined || span.end === span.start ? undefined : { ...span, key, kind };
}
