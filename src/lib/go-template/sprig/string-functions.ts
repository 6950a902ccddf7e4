import { RuneText } from '../../re2/rune-text.ts';
import { quote } from '../format/quote.ts';
import { sprint, sprintf } from '../format/sprintf.ts';
import {
  define,
  defineVariadic,
  stringList,
  type FunctionTable,
  type TemplateFunction,
} from '../functions/template-function.ts';
import { requireRoom } from '../limits.ts';
import { FunctionError } from '../template-error.ts';
import { GoList, GoMap, type GoInt, type GoValue } from '../value/go-value.ts';
import { isNil, toText, toTexts } from './convert.ts';
import {
  abbreviate,
  initials,
  joinCase,
  lower,
  onRunes,
  pascalCase,
  swapCase,
  title,
  untitle,
  upper,
  withoutSpace,
  wrapText,
} from './words.ts';

/** Bytes at most that one rune becomes in another case. */
const growth = 4;

function onText(change: (text: string) => string): TemplateFunction {
  return define(['string'], (text) => {
    requireRoom(growth * text.length);
    return onRunes(text, change);
  });
}

function repeat(count: GoInt, text: string): string {
  if (count.value < 0n) throw new FunctionError('strings: negative Repeat count');
  requireRoom(Number(count.value) * text.length);
  return text.repeat(Number(count.value));
}

function indent(spaces: GoInt, text: string): string {
  if (spaces.value < 0n) throw new FunctionError('strings: negative Repeat count');
  const pad = repeat(spaces, ' ');
  requireRoom(text.length + (text.split('\n').length + 1) * pad.length);
  return pad + text.replaceAll('\n', () => `\n${pad}`);
}

function replace(old: string, replacement: string, text: string): string {
  const parts = old === '' ? Array.from(text) : text.split(old);
  requireRoom(text.length + (parts.length + 1) * replacement.length);
  if (old !== '') return parts.join(replacement);
  return onEachRune(text, replacement);
}

/** Puts a text before each rune and behind the last one. */
function onEachRune(bytes: string, between: string): string {
  return between + bytes.replaceAll(/[\0-\x7f]|[\xc0-\xff][\x80-\xbf]*|[\x80-\xbf]/g, (rune) => rune + between);
}

function substring(start: GoInt, end: GoInt, text: string): string {
  const [from, to] = [Number(start.value), Number(end.value)];
  const stop = from >= 0 && (to < 0 || to > text.length) ? text.length : to;
  const begin = Math.max(0, from);
  if (begin > stop || stop > text.length || stop < 0) {
    throw new FunctionError(`runtime error: slice bounds out of range [${begin}:${stop}]`);
  }
  return text.slice(begin, stop);
}

function truncate(count: GoInt, text: string): string {
  const length = Number(count.value);
  if (length < 0) return text.length + length > 0 ? text.slice(length) : text;
  return text.slice(0, length);
}

function cat(values: readonly GoValue[]): string {
  const given = values.filter((value) => !isNil(value));
  return sprintf(given.map(() => '%v').join(' '), given);
}

function numbered(parts: readonly string[]): GoMap {
  return new GoMap(new Map(parts.map((part, index) => [`_${index}`, part])), 'string');
}

/** Go's `strings.Split`: an empty separator splits into runes. */
function split(separator: string, text: string): string[] {
  if (separator !== '') return text.split(separator);
  return text.match(/[\0-\x7f]|[\xc0-\xff][\x80-\xbf]*|[\x80-\xbf]/g) ?? [];
}

function splitAtMost(separator: string, count: GoInt, text: string): GoMap {
  const most = Number(count.value);
  if (most === 0) return numbered([]);
  const parts = split(separator, text);
  if (most < 0 || parts.length <= most) return numbered(parts);
  return numbered([...parts.slice(0, most - 1), parts.slice(most - 1).join(separator)]);
}

const space = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$/;

function trimCharacters(characters: string, text: string): string {
  const set = new Set(new RuneText(characters).text);
  return trimRunes(text, (rune) => set.has(rune));
}

/** Bytes without the runes at both ends that are told to go. */
function trimRunes(bytes: string, goes: (rune: string) => boolean): string {
  const runes = new RuneText(bytes);
  const { text } = runes;
  let [start, end] = [0, text.length];
  for (const rune of text) {
    if (!goes(rune)) break;
    start += rune.length;
  }
  for (let at = end; at > start; at = end) {
    const low = text.charCodeAt(at - 1);
    const length = low >= 0xdc00 && low <= 0xdfff ? 2 : 1;
    if (!goes(text.slice(at - length, at))) break;
    end -= length;
  }
  return bytes.slice(runes.byteOffset(start), runes.byteOffset(end));
}

/** sprig's functions for texts (its documentation, "String Functions" and "String Slice Functions"). */
export const stringFunctions: FunctionTable = new Map<string, TemplateFunction>([
  ['hello', define([], () => 'Hello!')],
  ['trim', define(['string'], (text) => trimRunes(text, (rune) => space.test(rune)))],
  ['trimAll', define(['string', 'string'], trimCharacters)],
  ['trimall', define(['string', 'string'], trimCharacters)],
  [
    'trimSuffix',
    define(['string', 'string'], (suffix, text) =>
      text.endsWith(suffix) ? text.slice(0, text.length - suffix.length) : text,
    ),
  ],
  [
    'trimPrefix',
    define(['string', 'string'], (prefix, text) => (text.startsWith(prefix) ? text.slice(prefix.length) : text)),
  ],
  ['upper', onText(upper)],
  ['lower', onText(lower)],
  ['title', onText(title)],
  ['untitle', onText(untitle)],
  ['swapcase', onText(swapCase)],
  ['initials', define(['string'], initials)],
  ['nospace', define(['string'], withoutSpace)],
  ['snakecase', onText((text) => joinCase(text, '_'))],
  ['kebabcase', onText((text) => joinCase(text, '-'))],
  ['camelcase', onText(pascalCase)],
  ['repeat', define(['int', 'string'], repeat)],
  ['substr', define(['int', 'int', 'string'], substring)],
  ['trunc', define(['int', 'string'], truncate)],
  [
    'abbrev',
    define(['int', 'string'], (width, text) => (width.value < 4n ? text : abbreviate(text, 0, Number(width.value)))),
  ],
  [
    'abbrevboth',
    define(['int', 'int', 'string'], (left, right, text) => {
      if (right.value < 4n || (left.value > 0n && right.value < 7n)) return text;
      return abbreviate(text, Number(left.value), Number(right.value));
    }),
  ],
  ['wrap', define(['int', 'string'], (width, text) => wrapText(text, Number(width.value), '\n', false))],
  [
    'wrapWith',
    define(['int', 'string', 'string'], (width, newline, text) =>
      wrapText(text, Number(width.value), newline === '' ? '\n' : newline, true),
    ),
  ],
  ['contains', define(['string', 'string'], (part, text) => text.includes(part))],
  ['hasPrefix', define(['string', 'string'], (prefix, text) => text.startsWith(prefix))],
  ['hasSuffix', define(['string', 'string'], (suffix, text) => text.endsWith(suffix))],
  [
    'quote',
    defineVariadic([], 'any', (...values) =>
      values
        .filter((value) => !isNil(value))
        .map((value) => quote(toText(value)))
        .join(' '),
    ),
  ],
  [
    'squote',
    defineVariadic([], 'any', (...values) =>
      values
        .filter((value) => !isNil(value))
        .map((value) => `'${sprint([value])}'`)
        .join(' '),
    ),
  ],
  ['cat', defineVariadic([], 'any', (...values) => cat(values))],
  ['indent', define(['int', 'string'], indent)],
  ['nindent', define(['int', 'string'], (spaces, text) => `\n${indent(spaces, text)}`)],
  ['replace', define(['string', 'string', 'string'], replace)],
  ['plural', define(['string', 'string', 'int'], (one, many, count) => (count.value === 1n ? one : many))],
  ['toString', define(['any'], toText)],
  ['toStrings', define(['any'], (value) => stringList(toTexts(value)))],
  [
    'join',
    define(['string', 'any'], (separator, value) => {
      const texts = toTexts(value);
      requireRoom(texts.reduce((sum, text) => sum + text.length + separator.length, 0));
      return texts.join(separator);
    }),
  ],
  ['splitList', define(['string', 'string'], (separator, text) => stringList(split(separator, text)))],
  ['split', define(['string', 'string'], (separator, text) => numbered(split(separator, text)))],
  ['splitn', define(['string', 'int', 'string'], splitAtMost)],
  [
    'sortAlpha',
    define(['any'], (value) => {
      if (!(value instanceof GoList)) return stringList([toText(value)]);
      const sorted = toTexts(value).toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      if (value.element === 'string') value.items = sorted;
      return stringList(sorted);
    }),
  ],
]);
