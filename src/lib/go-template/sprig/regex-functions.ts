import { Re2 } from '../../re2/re2.ts';
import { Re2SyntaxError } from '../../re2/re2-syntax-error.ts';
import { define, stringList, type FunctionTable, type TemplateFunction } from '../functions/template-function.ts';
import { requireRoom } from '../limits.ts';
import { FunctionError } from '../template-error.ts';
import type { GoInt } from '../value/go-value.ts';

function compile(source: string): Re2 {
  try {
    return new Re2(source);
  } catch (error) {
    if (error instanceof Re2SyntaxError) throw new FunctionError(error.message);
    throw error;
  }
}

/** An expression that is none matches nothing, as there. */
function matches(source: string, text: string): boolean {
  try {
    return compile(source).test(text);
  } catch (error) {
    if (error instanceof FunctionError) return false;
    throw error;
  }
}

function findAll(source: string, text: string, count: GoInt): string[] {
  const found: string[] = [];
  for (const { start, end } of compile(source).findAll(text)) {
    if (count.value >= 0n && found.length >= Number(count.value)) break;
    found.push(text.slice(start, end));
  }
  return found;
}

function find(source: string, text: string): string {
  for (const { start, end } of compile(source).findAll(text)) return text.slice(start, end);
  return '';
}

/** Replaces matches; `expand` makes the replacement of a match. */
function replaceAll(source: string, text: string, expand: (regex: Re2, match: string) => string): string {
  const regex = compile(source);
  let out = '';
  let from = 0;
  for (const { start, end } of regex.findAll(text)) {
    out += text.slice(from, start) + expand(regex, text.slice(start, end));
    requireRoom(out.length);
    from = end;
  }
  return out + text.slice(from);
}

/** Go's `Regexp.Expand`: `$1`, `${1}`; the groups of a match are those of a second look at the match alone. */
function expandTemplate(template: string): (regex: Re2, match: string) => string {
  return (regex, match) => {
    if (!template.includes('$')) return template;
    const groups = regex.submatches(match) ?? [];
    return template.replaceAll(/\$(?:\$|\{(\w+)\}|(\w+))/g, (whole, braced?: string, bare?: string) => {
      if (whole === '$$') return '$';
      const name = braced ?? bare ?? '';
      const range = /^\d+$/.test(name) ? groups[Number(name)] : undefined;
      return range === undefined ? '' : match.slice(range.start, range.end);
    });
  };
}

/** Go's `Regexp.Split`. */
function split(source: string, text: string, count: GoInt): string[] {
  const most = Number(count.value);
  if (most === 0) return [];
  if (source !== '' && text === '') return [''];
  const parts: string[] = [];
  let [begin, last] = [0, 0];
  for (const { start, end } of compile(source).findAll(text)) {
    if (most > 0 && parts.length === most - 1) break;
    last = start;
    if (end !== 0) parts.push(text.slice(begin, last));
    begin = end;
  }
  if (last !== text.length) parts.push(text.slice(begin));
  return parts;
}

function pair(name: string, defined: TemplateFunction): [string, TemplateFunction][] {
  return [
    [name, defined],
    [`mustR${name.slice(1)}`, defined],
  ];
}

/** sprig's functions with regular expressions; they run in linear time. */
export const regexFunctions: FunctionTable = new Map<string, TemplateFunction>([
  ['regexMatch', define(['string', 'string'], matches)],
  ['mustRegexMatch', define(['string', 'string'], (source, text) => compile(source).test(text))],
  ...pair(
    'regexFindAll',
    define(['string', 'string', 'int'], (source, text, count) => stringList(findAll(source, text, count))),
  ),
  ...pair('regexFind', define(['string', 'string'], find)),
  ...pair(
    'regexReplaceAll',
    define(['string', 'string', 'string'], (source, text, template) =>
      replaceAll(source, text, expandTemplate(template)),
    ),
  ),
  ...pair(
    'regexReplaceAllLiteral',
    define(['string', 'string', 'string'], (source, text, literal) => replaceAll(source, text, () => literal)),
  ),
  ...pair(
    'regexSplit',
    define(['string', 'string', 'int'], (source, text, count) => stringList(split(source, text, count))),
  ),
  ['regexQuoteMeta', define(['string'], (text) => text.replaceAll(/[\\.+*?()|[\]{}^$]/g, String.raw`\$&`))],
]);
