import { HclSyntaxError, type Cursor } from './cursor.ts';
import type { Expression, TemplatePart } from './syntax.ts';

type ReadExpression = (cursor: Cursor) => Expression;

/** Where a template ends: at a quote, or at an offset (heredocs, texts that are templates as a whole). */
export interface TemplateEnd {
  readonly quote: boolean;
  readonly end: number;
}

/** A part of a template as it is read, before the directives are put together. */
type Token =
  | { readonly kind: 'part'; readonly part: TemplatePart }
  | { readonly kind: 'if'; readonly condition: Expression; readonly at: number }
  | {
      readonly kind: 'for';
      readonly keyName?: string;
      readonly valueName: string;
      readonly collection: Expression;
      readonly at: number;
    }
  | { readonly kind: 'else' | 'endif' | 'endfor'; readonly at: number };

/**
 * Reads literal text, `${…}` and `%{…}` up to the end (HCL specification, "Templates"). In quoted templates backslash
 * escapes are read; the cursor is left at the closing quote.
 * @throws HclSyntaxError
 */
export function parseTemplate(cursor: Cursor, limit: TemplateEnd, readExpression: ReadExpression): TemplatePart[] {
  const tokens = readTokens(cursor, limit, readExpression);
  const reader = { tokens, next: 0 };
  const parts = assemble(reader, 0);
  const rest = tokens[reader.next];
  if (rest && rest.kind !== 'part') throw new HclSyntaxError(`'${rest.kind}' belongs to nothing`, rest.at);
  return parts;
}

function readTokens(cursor: Cursor, { quote, end }: TemplateEnd, readExpression: ReadExpression): Token[] {
  const tokens: Token[] = [];
  let trimsNext = false;
  const special = quote ? /[\\"\n]|\$\{|%\{|\$\$\{|%%\{/g : /\$\$\{|%%\{|\$\{|%\{/g;
  let text = '';
  let textStart = cursor.at;
  const flush = (trimsEnd: boolean): void => {
    const trimmed = trimsEnd ? text.trimEnd() : text;
    if (trimmed !== '')
      tokens.push({ kind: 'part', part: { kind: 'text', text: trimmed, start: textStart, end: cursor.at } });
    text = '';
  };
  const append = (more: string): void => {
    text += trimsNext && text === '' ? more.trimStart() : more;
    if (text !== '') trimsNext = false;
  };
  while (cursor.at < end) {
    special.lastIndex = cursor.at;
    const found = special.exec(cursor.text);
    if (!found || found.index >= end) {
      append(cursor.text.slice(cursor.at, end));
      cursor.at = end;
      break;
    }
    append(cursor.text.slice(cursor.at, found.index));
    cursor.at = found.index;
    const [mark] = found;
    if (mark === '"') break;
    if (mark === '\n') throw new HclSyntaxError('the text has no closing quote on its line', cursor.at);
    if (mark === '\\') append(readEscape(cursor));
    else if (mark.length === 3) {
      append(mark.slice(1));
      cursor.at += 3;
    } else {
      const isValue = mark === '${';
      const trimsEnd = cursor.text[cursor.at + 2] === '~';
      flush(trimsEnd);
      cursor.at += trimsEnd ? 3 : 2;
      tokens.push(
        cursor.within(true, () =>
          isValue ? readValue(cursor, readExpression) : readDirective(cursor, readExpression),
        ),
      );
      cursor.skipLines();
      trimsNext = cursor.take('~');
      cursor.expect('}', 'at the end of the template’s part');
      if (cursor.at > end) throw new HclSyntaxError('the template’s part has no end', cursor.at);
      textStart = cursor.at;
    }
  }
  flush(false);
  return tokens;
}

function readValue(cursor: Cursor, readExpression: ReadExpression): Token {
  return { kind: 'part', part: { kind: 'value', value: readExpression(cursor) } };
}

function readDirective(cursor: Cursor, readExpression: ReadExpression): Token {
  cursor.skip();
  const { at } = cursor;
  const word = cursor.expectIdentifier("'if', 'else', 'endif', 'for' or 'endfor'");
  if (word === 'if') return { kind: 'if', condition: readExpression(cursor), at };
  if (word === 'else' || word === 'endif' || word === 'endfor') return { kind: word, at };
  if (word !== 'for') throw new HclSyntaxError(`a template has no '${word}'`, at);
  return { kind: 'for', ...readForNames(cursor), collection: readExpression(cursor), at };
}

/** `key, value in` or `value in`. */
export function readForNames(cursor: Cursor): { readonly keyName?: string; readonly valueName: string } {
  cursor.skip();
  const first = cursor.expectIdentifier("a name after 'for'");
  cursor.skip();
  let second: string | undefined;
  if (cursor.take(',')) {
    cursor.skip();
    second = cursor.expectIdentifier("a second name after 'for'");
    cursor.skip();
  }
  if (!cursor.word('in')) throw cursor.fault("'in'");
  return second === undefined ? { valueName: first } : { keyName: first, valueName: second };
}

interface TokenReader {
  readonly tokens: readonly Token[];
  next: number;
}

const deepest = 200;

/** Puts directives and what is between them together, up to one that ends or goes on with what is around. */
function assemble(reader: TokenReader, depth: number): TemplatePart[] {
  const parts: TemplatePart[] = [];
  for (let token = reader.tokens[reader.next]; token; token = reader.tokens[reader.next]) {
    if (token.kind === 'part') {
      parts.push(token.part);
      reader.next += 1;
    } else if (token.kind === 'if' || token.kind === 'for') {
      if (depth > deepest) throw new HclSyntaxError(`nested deeper than ${deepest}`, token.at, 'limit');
      reader.next += 1;
      parts.push(token.kind === 'if' ? assembleIf(reader, token, depth) : assembleFor(reader, token, depth));
    } else break;
  }
  return parts;
}

function assembleIf(reader: TokenReader, { condition, at }: Token & { kind: 'if' }, depth: number): TemplatePart {
  const consequent = assemble(reader, depth + 1);
  const hasElse = reader.tokens[reader.next]?.kind === 'else';
  if (hasElse) reader.next += 1;
  const alternate = hasElse ? assemble(reader, depth + 1) : [];
  end(reader, 'endif', at);
  return { kind: 'if', condition, consequent, alternate };
}

function assembleFor(reader: TokenReader, token: Token & { kind: 'for' }, depth: number): TemplatePart {
  const body = assemble(reader, depth + 1);
  end(reader, 'endfor', token.at);
  const { keyName, valueName, collection } = token;
  return { kind: 'for', ...(keyName !== undefined && { keyName }), valueName, collection, body };
}

function end(reader: TokenReader, word: 'endif' | 'endfor', at: number): void {
  if (reader.tokens[reader.next]?.kind !== word) throw new HclSyntaxError(`the directive has no '${word}'`, at);
  reader.next += 1;
}

const simpleEscapes = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['"', '"'],
  ['\\', '\\'],
]);

function readEscape(cursor: Cursor): string {
  const letter = cursor.text[cursor.at + 1] ?? '';
  const simple = simpleEscapes.get(letter);
  if (simple !== undefined) {
    cursor.at += 2;
    return simple;
  }
  const length = letter === 'u' ? 4 : letter === 'U' ? 8 : 0;
  const digits = cursor.text.slice(cursor.at + 2, cursor.at + 2 + length);
  const rune = Number.parseInt(digits, 16);
  const isRune = length > 0 && digits.length === length && /^[0-9a-f]+$/i.test(digits) && rune <= 0x10ffff;
  if (!isRune) throw new HclSyntaxError(`'\\${letter}' is no escape`, cursor.at);
  cursor.at += 2 + length;
  return String.fromCodePoint(rune);
}
