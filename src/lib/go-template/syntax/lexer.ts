import { RuneText } from '../../re2/rune-text.ts';
import type { Token, TokenKind } from './token.ts';

const keywords = new Set(['block', 'break', 'continue', 'define', 'else', 'end', 'if', 'range', 'template', 'with']);
const punctuation: Readonly<Record<string, TokenKind>> = {
  '=': 'assign',
  '|': 'pipe',
  '(': 'leftParenthesis',
  ')': 'rightParenthesis',
};
const spaces = ' \t\r\n';

/** Ends the lexer where the text cannot be read further. */
class LexicalError extends Error {}

/** Splits a template's text (bytes) into tokens, as Go's text/template does. */
export class Lexer {
  readonly #text: string;
  #at = 0;
  #line = 1;
  #parentheses = 0;
  readonly #tokens: Token[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** The last token is of kind `end` or `error`. */
  tokens(): readonly Token[] {
    try {
      while (this.#at < this.#text.length) {
        this.#readText();
        if (this.#at < this.#text.length) this.#readAction();
      }
      this.#push('end', this.#at);
    } catch (error) {
      if (!(error instanceof LexicalError)) throw error;
      this.#tokens.push({ kind: 'error', text: error.message, position: this.#at, line: this.#line });
    }
    return this.#tokens;
  }

  #readText(): void {
    const open = this.#text.indexOf('{{', this.#at);
    const end = open < 0 ? this.#text.length : open;
    const trims = open >= 0 && this.#text[open + 2] === '-' && isSpace(this.#text[open + 3]);
    const trimmed = trims ? trimRight(this.#text, this.#at, end) : end;
    if (trimmed > this.#at) this.#push('text', trimmed);
    this.#skip(end);
  }

  #readAction(): void {
    const trims = this.#text[this.#at + 2] === '-' && isSpace(this.#text[this.#at + 3]);
    const inside = this.#at + (trims ? 4 : 2);
    if (this.#text.startsWith('/*', inside)) {
      this.#readComment(inside);
      return;
    }
    this.#push('leftDelimiter', this.#at + 2);
    this.#skip(inside);
    this.#parentheses = 0;
    while (!this.#readRightDelimiter()) this.#readInside();
  }

  #readComment(start: number): void {
    const close = this.#text.indexOf('*/', start + 2);
    if (close < 0) this.#fail('unclosed comment');
    const after = close + 2;
    const trims = isSpace(this.#text[after]) && this.#text[after + 1] === '-';
    const end = after + (trims ? 2 : 0);
    if (!this.#text.startsWith('}}', end)) this.#fail('comment ends before closing delimiter');
    this.#skip(end + 2);
    if (trims) this.#skipSpaces();
  }

  #readRightDelimiter(): boolean {
    const trims = isSpace(this.#text[this.#at]) && this.#text.startsWith('-}}', this.#at + 1);
    if (!trims && !this.#text.startsWith('}}', this.#at)) return false;
    if (this.#parentheses > 0) this.#fail('unclosed left paren');
    if (trims) this.#skip(this.#at + 2);
    this.#push('rightDelimiter', this.#at + 2);
    if (trims) this.#skipSpaces();
    return true;
  }

  #readInside(): void {
    const text = this.#text;
    const character = text[this.#at];
    if (character === undefined) this.#fail('unclosed action');
    if (spaces.includes(character)) this.#readSpaces();
    else if (text.startsWith(':=', this.#at)) this.#push('declare', this.#at + 2);
    else if (character === ':') this.#fail('expected :=');
    else if (character === '"' || character === "'") this.#readQuoted(character);
    else if (character === '`') this.#readRaw();
    else if (character === '$') this.#readName('variable');
    else if (character === '.' && !/[0-9]/.test(text[this.#at + 1] ?? '')) this.#readName('field');
    else if (/[.+\-0-9]/.test(character)) this.#readNumber();
    else if (this.#wordEnd(this.#at) > this.#at) this.#readWord();
    else this.#readPunctuation(character);
  }

  #readPunctuation(character: string): void {
    const kind = punctuation[character] ?? (/[!-~]/.test(character) ? 'character' : undefined);
    if (kind === undefined) this.#fail(`unrecognized character in action: ${describeRune(this.#runeAt(this.#at))}`);
    if (kind === 'leftParenthesis') this.#parentheses++;
    if (kind === 'rightParenthesis' && --this.#parentheses < 0) this.#fail('unexpected right paren');
    this.#push(kind, this.#at + 1);
  }

  #readSpaces(): void {
    let end = this.#at;
    while (isSpace(this.#text[end])) end++;
    // The space before a trim marker belongs to it.
    if (this.#text.startsWith('-}}', end)) end--;
    if (end > this.#at) this.#push('space', end);
  }

  #readQuoted(quote: string): void {
    let end = this.#at + 1;
    for (;;) {
      const character = this.#text[end];
      if (character === undefined || character === '\n') {
        this.#fail(quote === '"' ? 'unterminated quoted string' : 'unterminated character constant');
      }
      if (character === '\\' && this.#text[end + 1] !== '\n') end++;
      else if (character === quote) break;
      end++;
    }
    this.#push(quote === '"' ? 'string' : 'characterConstant', end + 1);
  }

  #readRaw(): void {
    const close = this.#text.indexOf('`', this.#at + 1);
    if (close < 0) this.#fail('unterminated raw quoted string');
    this.#push('rawString', close + 1);
  }

  #readName(kind: 'variable' | 'field'): void {
    if (this.#isTerminator(this.#at + 1)) {
      this.#push(kind === 'field' ? 'dot' : 'variable', this.#at + 1);
      return;
    }
    const end = this.#wordEnd(this.#at + 1);
    this.#requireTerminator(end);
    this.#push(kind, end);
  }

  #readWord(): void {
    const end = this.#wordEnd(this.#at);
    this.#requireTerminator(end);
    const word = this.#text.slice(this.#at, end);
    if (word === 'true' || word === 'false') this.#push('boolean', end);
    else if (word === 'nil') this.#push('nil', end);
    else this.#push(keywords.has(word) ? 'keyword' : 'identifier', end);
  }

  #readNumber(): void {
    const number =
      /[+-]?(?:0[xX][0-9a-fA-F_]*(?:\.[0-9a-fA-F_]*)?(?:[pP][+-]?[0-9_]*)?|0[oO][0-7_]*|0[bB][01_]*|[0-9_]*(?:\.[0-9_]*)?(?:[eE][+-]?[0-9_]*)?)i?/y;
    number.lastIndex = this.#at;
    number.exec(this.#text);
    const end = Math.max(number.lastIndex, this.#at + 1);
    if (this.#wordEnd(end) > end || (end === this.#at + 1 && /[+\-.]/.test(this.#text[this.#at] ?? ''))) {
      this.#fail(
        `bad number syntax: ${JSON.stringify(this.#text.slice(this.#at, Math.max(end, this.#wordEnd(end))).slice(0, end - this.#at + 1))}`,
      );
    }
    this.#push('number', end);
  }

  /** The end of the letters, digits and underscores from an offset on. */
  #wordEnd(start: number): number {
    let end = start;
    for (;;) {
      const rune = this.#runeAt(end);
      if (rune === undefined || !/^[\p{L}\p{Nd}_]$/u.test(rune)) return end;
      end += Buffer.byteLength(rune);
    }
  }

  #runeAt(offset: number): string | undefined {
    if (offset >= this.#text.length) return undefined;
    const character = this.#text[offset];
    if (character !== undefined && character < '\u0080') return character;
    const rune = new RuneText(this.#text.slice(offset, offset + 4)).text.codePointAt(0);
    return rune === undefined ? undefined : String.fromCodePoint(rune);
  }

  #isTerminator(offset: number): boolean {
    const character = this.#text[offset];
    return character === undefined || ' \t\r\n.,|:()'.includes(character) || this.#text.startsWith('}}', offset);
  }

  #requireTerminator(offset: number): void {
    if (!this.#isTerminator(offset)) this.#fail(`bad character ${describeRune(this.#runeAt(offset))}`);
  }

  #push(kind: TokenKind, end: number): void {
    this.#tokens.push({ kind, text: this.#text.slice(this.#at, end), position: this.#at, line: this.#line });
    this.#skip(end);
  }

  #skip(end: number): void {
    for (let at = this.#text.indexOf('\n', this.#at); at >= 0 && at < end; at = this.#text.indexOf('\n', at + 1)) {
      this.#line++;
    }
    this.#at = end;
  }

  #skipSpaces(): void {
    let end = this.#at;
    while (isSpace(this.#text[end])) end++;
    this.#skip(end);
  }

  #fail(message: string): never {
    throw new LexicalError(message);
  }
}

function isSpace(character: string | undefined): boolean {
  return character !== undefined && spaces.includes(character);
}

function trimRight(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpace(text[at - 1])) at--;
  return at;
}

/** As Go's `%#U`. */
function describeRune(rune: string | undefined): string {
  const code = rune?.codePointAt(0) ?? 0xfffd;
  const shown = /^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u.test(rune ?? '') ? ` '${rune}'` : '';
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}${shown}`;
}
