import { RE2JS } from 're2js';
import { joinText } from '../../conversions.ts';
import { itemsOf, textOf, type List, type Value } from '../../value.ts';
import { graphemes } from './graphemes.ts';
import { ofPlain, ofTexts, type NamedFunction, type TerraformFunction } from './function.ts';

/** `format`: `%s`, `%v`, `%d`, `%q`, `%%`, with `%[n]`; arguments that are open stay open. */
const format: TerraformFunction = ([pattern, ...args], at) => {
  const text = textOf(pattern);
  if (text === undefined) return undefined;
  const pieces: Value[] = [];
  let next = 0;
  for (const [piece, index, verb] of text.matchAll(/%(?:\[(\d{1,4})\])?([svdqt%])|(?:[^%]|%(?![[svdqt%]))+/g)) {
    if (verb === undefined) {
      // Widths and precisions are not worked out.
      if (piece.includes('%')) return undefined;
      pieces.push({ kind: 'scalar', value: piece, at });
    } else if (verb === '%') pieces.push({ kind: 'scalar', value: '%', at });
    else {
      if (index !== undefined) next = Number(index) - 1;
      const arg = args[next];
      if (!arg) return undefined;
      next += 1;
      const quoted = verb === 'q' && textOf(arg);
      pieces.push(typeof quoted === 'string' ? { kind: 'scalar', value: JSON.stringify(quoted), at } : arg);
    }
  }
  return joinText(pieces, at);
};

const formatList: TerraformFunction = ([pattern, ...args], at) => {
  if (!pattern) return undefined;
  const length = Math.max(...args.map((arg) => (arg.kind === 'list' ? arg.items.length : 1)), 0);
  const items: Value[] = [];
  for (let index = 0; index < length; index += 1) {
    const row = args.map((arg) => (arg.kind === 'list' ? arg.items[index] : arg));
    const made = row.every((arg) => arg !== undefined) ? format([pattern, ...row], at) : undefined;
    if (!made) return undefined;
    items.push(made);
  }
  return { kind: 'list', items, at };
};

const join: TerraformFunction = ([separator, ...lists], at) => {
  if (!separator || !lists.every((list): list is List => list.kind === 'list')) return undefined;
  const items = lists.flatMap((list) => itemsOf(list));
  return joinText(
    items.flatMap((item, index) => (index === 0 ? [item] : [separator, item])),
    at,
  );
};

/** A pattern between slashes is an expression (RE2), everything else is meant literally. */
function replace(text: string, pattern: string, replacement: string): string | undefined {
  const expression = /^\/(.*)\/$/s.exec(pattern)?.[1];
  if (expression === undefined) return text.replaceAll(pattern, () => replacement);
  const compiled = compile(expression);
  return compiled?.matcher(text).replaceAll(replacement.replaceAll(/\$\{(\w+)\}/g, '$$$1'));
}

function compile(expression: string): RE2JS | undefined {
  try {
    return RE2JS.compile(expression);
  } catch {
    // An expression that RE2 refuses is a mistake in the configuration, which Terraform reports.
    return undefined;
  }
}

const mostMatches = 1000;

/** Without groups the match, with groups a list of them, with names a map. */
function* matches(expression: string, text: string): Generator {
  const matcher = compile(expression)?.matcher(text);
  const names = Object.keys(compile(expression)?.namedGroups() ?? {});
  for (let count = 0; matcher?.find() && count < mostMatches; count += 1) {
    const groups = Array.from({ length: matcher.groupCount() }, (_, index) => matcher.group(index + 1));
    if (names.length > 0) yield Object.fromEntries(names.map((name) => [name, matcher.group(name)]));
    else yield groups.length > 0 ? groups : matcher.group();
  }
}

function trimSet(text: string, set: string): string {
  const letters = new Set(graphemes(set));
  const all = graphemes(text);
  const start = all.findIndex((letter) => !letters.has(letter));
  if (start === -1) return '';
  const end = all.findLastIndex((letter) => !letters.has(letter));
  return all.slice(start, end + 1).join('');
}

export const textFunctions: readonly NamedFunction[] = [
  ['format', format],
  ['formatlist', formatList],
  ['join', join],
  ['lower', ofTexts((text = '') => text.toLowerCase())],
  ['upper', ofTexts((text = '') => text.toUpperCase())],
  ['title', ofTexts((text = '') => text.replaceAll(/\b\w/g, (letter) => letter.toUpperCase()))],
  ['trim', ofTexts((text = '', set = '') => trimSet(text, set))],
  ['trimspace', ofTexts((text = '') => text.trim())],
  ['trimprefix', ofTexts((text = '', prefix = '') => (text.startsWith(prefix) ? text.slice(prefix.length) : text))],
  [
    'trimsuffix',
    ofTexts((text = '', end = '') => (end !== '' && text.endsWith(end) ? text.slice(0, -end.length) : text)),
  ],
  ['chomp', ofTexts((text = '') => text.replace(/[\r\n]+$/, ''))],
  [
    'indent',
    ofTexts((width = '', text = '') => text.replaceAll('\n', `\n${' '.repeat(Math.min(Number(width), 100))}`)),
  ],
  ['startswith', ofTexts((text = '', prefix = '') => text.startsWith(prefix))],
  ['endswith', ofTexts((text = '', end = '') => text.endsWith(end))],
  ['strcontains', ofTexts((text = '', part = '') => text.includes(part))],
  ['strrev', ofTexts((text = '') => graphemes(text).toReversed().join(''))],
  ['replace', ofTexts((text = '', pattern = '', by = '') => replace(text, pattern, by))],
  ['split', ofTexts((separator = '', text = '') => (text === '' ? [''] : text.split(separator)))],
  [
    'substr',
    ofTexts((text = '', from = '', length = '') => {
      const letters = graphemes(text);
      const start = Number(from) < 0 ? letters.length + Number(from) : Number(from);
      return letters.slice(start, Number(length) < 0 ? undefined : start + Number(length)).join('');
    }),
  ],
  ['regex', ofTexts((expression = '', text = '') => matches(expression, text).next().value)],
  ['regexall', ofTexts((expression = '', text = '') => [...matches(expression, text)])],
  ['sort', ofPlain((list) => (Array.isArray(list) ? list.map(String).toSorted() : undefined))],
];
