import type { FileStyle } from './file-style.ts';
import { nameKind, splitName } from './key-name.ts';
import { findNameEnd, findNameStart } from './name-range.ts';
import { readQuoted, type Span } from './read-quoted.ts';
import { readUnquoted } from './read-unquoted.ts';

/** A name with the value given to it; offsets into the text it was read from. */
export interface Assignment extends Span {
  readonly key: string;
  readonly operator: string;
}

/** `"name": "KEY", "value": …`, `name="KEY" value=…`, and the same over two lines. */
const pair =
  /["'`]?[ \t]{0,20}[,;]?\s{0,40}["']?(?:value|val|default|content|defaultValue|initialValue)["']?\s{0,8}[:=]\s{0,8}/iy;
/** `"KEY": { "value": …`. */
const nested = /["'`]?\s{0,8}:\s{0,8}\{\s{0,40}["']?value["']?\s{0,8}:\s{0,8}/iy;
/** `<key>KEY</key><string>…` of a property list. */
const listed = /<\/key>\s{0,40}<string>/iy;
/** `variable "KEY" { … default = …`. */
const block = /["']?\s*\{[^{}]{0,200}?\bdefault\s{0,8}=\s{0,8}(?=["'])/iy;
/** `KEY:` with an indented `Default: …` below. */
const parameter = /:[ \t]*\r?\n(?:[ \t]{1,16}(?!default|[ \t])[^\n]{0,120}\n){0,5}?[ \t]{1,16}default:[ \t]*/iy;
/** Type annotation between name and `=`: `: String =`, ` string =`, `[] =`, `: &str =`. */
const annotated =
  /["'`]?\??(?:\s?:\s?[\w<>?&'[\].|* ]{1,32}?|[ \t]+[A-Za-z_.*]{1,20}|\[\w*\]|[ \t]+(?:of|as)[ \t]+\w+)[ \t]{0,16}:?=(?![=>~])[ \t]{0,16}/iy;
/** Closing brackets and quotes, then the operator. */
const operated =
  /(\\?["'`]?[\])}]{0,3}(?:\.\w{1,16}(?=\())?\??)\s?(?:[ \t]{0,16})(:=|=>|->|<-|===?|!==?|\?\?=?|\?:|\|\|=?|\?=|\+=|::|:-|=|:|,|>|\(|\bor\b|(?:is|was):?(?=\s)|\{|(?=["'`]))[ \t]*(?:\r?\n[ \t]*(?=["'`]))?/y;
/** What may wrap a literal: `(`, `{`, `[`, `new Secret(`, `[]byte(`, `Buffer.from(`. */
const wrapper =
  /(?:(?:new[ \t]{1,4})?[\w.[\]:<>$-]{0,32}[({[][ \t]{0,8}){0,2}(?=\\?["'`]|[bBrRuUfFLN@]{1,2}["'])|(?:ConvertTo-SecureString|String::from)\s*\(?\s*(?:-String\s+)?(?=["'])/y;

const quoteWithin = 240;
/** In comments these stand before a quoted word without naming its value: "pass 'x' to the parser". */
const verbs = /^(?:pass|token|auth|secret|credentials?)$/i;

/** Reads the assignment whose name contains the telling word at `head`; undefined when no value follows. */
export function readAssignment(text: string, head: number, style: FileStyle): Assignment | undefined {
  const from = findNameStart(text, head);
  let to = findNameEnd(text, head);
  // `password->x`, `token.`: punctuation at the end is no part of the name.
  while (to > head && /[.-]/.test(text.charAt(to - 1))) to--;
  const key = text.slice(from, to).replace(/^[-.$]+/, '');

  // `arn:aws:secretsmanager:…:secret:name`, `AWS::ApiGateway::ApiKey`: parts of an identifier.
  if (/^:\S/.test(text.slice(to, to + 2)) && text.charAt(from - 1) === ':') return undefined;
  if (/["'][\w:]*::$/.test(text.slice(Math.max(0, from - 40), from))) return undefined;
  // Most names in code are followed by code: without a quote nearby there is no value to read.
  if ((style === 'code' || style === 'json') && !/["'`]/.test(text.slice(to, to + quoteWithin))) return undefined;
  const place = valuePlace(text, to);
  if (place === undefined) return undefined;
  const { operator } = place;
  if (operator === '>' && !place.closed && !/<\/?[\w:]*>?$/.test(text.slice(Math.max(0, from - 40), from)))
    return undefined;
  wrapper.lastIndex = place.at;
  const wrapped =
    style === 'yaml' || style === 'properties' || style === 'shell' ? 0 : (wrapper.exec(text)?.[0].length ?? 0);
  const quoted = readQuoted(text, place.at + wrapped);
  if (quoted !== undefined) {
    if (isKey(text, quoted, operator)) return undefined;
    if (operator === ',' && !isArgument(text, from, key, quoted)) return undefined;
    if (operator === ' ' && isMention(quoted, text, key, style)) return undefined;
    return { ...quoted, key, operator };
  }
  const inString = isInString(text, from, place.closed);
  const unquoted = readUnquoted(text, place.at, style, operator, inString);
  return unquoted && unquoted.end > unquoted.start ? { ...unquoted, key, operator } : undefined;
}

/** Whether quotes after a name only mention a word, as prose does: "pass 'x' to the parser", "the password `name`". */
function isMention({ start, end, quote }: Span, text: string, key: string, style: FileStyle): boolean {
  if (verbs.test(key)) return true;
  return quote === '`' && !(style === 'prose' && random.test(text.slice(start, end)));
}

/** Nobody writes words like this. */
const random = /^(?=[^\s`]*[a-z])(?=[^\s`]*[A-Z])(?=[^\s`]*\d)[\w!#$%&*+.:=?@^~-]{10,64}$/;

/** Whether the string after a comma or a bracket is itself the name of what follows. */
function isKey(text: string, span: Span, operator: string): boolean {
  const rest = text.slice(span.end + span.quote.length, span.end + span.quote.length + 8);
  return /^\s*(?:=>|=[^=]|:\s*[^\s:])/.test(rest) && operator !== '==' && operator !== '===' && !/[?]/.test(operator);
}

/** Whether name and value after a comma are the arguments of a call, or an option and its value in a list. */
function isArgument(text: string, from: number, key: string, value: Span): boolean {
  if (nameKind(splitName(key).slice(-2).join('_')) === undefined) return false;
  const before = text.slice(Math.max(0, from - 24), from).replace(/\s+$/, '');
  if (/["'`]-{1,2}$/.test(before)) return true;
  return (
    /\(\s*["'`]?[:$@]?$/.test(before) && /^\s*[,)]/.test(text.slice(value.end + value.quote.length, value.end + 24))
  );
}

/** Where the value starts, which operator leads to it, and whether a quote closes right after the name. */
function valuePlace(text: string, to: number): { at: number; operator: string; closed: boolean } | undefined {
  for (const [pattern, operator] of [
    [pair, 'value'],
    [nested, 'value'],
    [listed, '>'],
    [block, 'default'],
    [parameter, 'default'],
    [annotated, '='],
  ] as const) {
    pattern.lastIndex = to;
    const match = pattern.exec(text);
    if (match !== null) return { at: to + match[0].length, operator, closed: /^\\?["'`]/.test(match[0]) };
  }
  operated.lastIndex = to;
  const match = operated.exec(text);
  if (match === null) return undefined;
  return {
    at: to + match[0].length,
    operator: match[2] === '' ? ' ' : (match[2] ?? '').replace(/^(?:is|was):?$/i, 'is'),
    closed: /["'`]/.test(match[1] ?? ''),
  };
}

/** Whether an odd number of quotes of a kind stands before `at` on its line, so that the name is part of a string. */
function isInString(text: string, at: number, closed: boolean): boolean {
  if (closed) return false;
  let [double, single, back] = [0, 0, 0];
  for (let index = at - 1; index >= 0; index--) {
    const character = text.charAt(index);
    if (character === '\n') break;
    if (character === '"') double++;
    else if (character === "'") single++;
    else if (character === '`') back++;
  }
  return double % 2 === 1 || single % 2 === 1 || back % 2 === 1;
}
