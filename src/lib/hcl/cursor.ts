import type { Span } from './syntax.ts';

/** What was expected where something else stands. Never leaves the parser. */
export class HclSyntaxError extends Error {
  readonly code: 'syntax' | 'limit';
  readonly at: number;

  constructor(message: string, at: number, code: 'syntax' | 'limit' = 'syntax') {
    super(message);
    this.code = code;
    this.at = at;
  }
}

/** Deeper nesting would need more stack than there is. */
const deepest = 200;

const tab = 0x09;
const feed = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;
const hash = 0x23;
const slash = 0x2f;
const identifier = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;

/** A place in a text that is read from left to right. */
export class Cursor {
  readonly text: string;
  at: number;
  /** Whether a line break is a space like any other: inside of brackets. */
  #spanning = false;
  #depth = 0;

  constructor(text: string, at = 0) {
    this.text = text;
    this.at = at;
  }

  /** Reads something nested: with line breaks as spaces, or with line breaks that end expressions. */
  within<T>(spanning: boolean, read: () => T): T {
    const outer = this.#spanning;
    this.#depth += 1;
    if (this.#depth > deepest) throw new HclSyntaxError(`nested deeper than ${deepest}`, this.at, 'limit');
    this.#spanning = spanning;
    const result = read();
    this.#spanning = outer;
    this.#depth -= 1;
    return result;
  }

  get spanning(): boolean {
    return this.#spanning;
  }

  /** Goes past spaces and comments; past line breaks where they are spaces. */
  skip(): void {
    this.#skip(this.#spanning);
  }

  skipLines(): void {
    this.#skip(true);
  }

  #skip(lines: boolean): void {
    for (;;) {
      const next = this.text.charCodeAt(this.at);
      if (next === space || next === tab || next === carriageReturn || (lines && next === feed)) this.at += 1;
      else if (next === hash || (next === slash && this.text[this.at + 1] === '/')) this.#toLineEnd();
      else if (next === slash && this.text[this.at + 1] === '*') this.#pastComment();
      else return;
    }
  }

  #toLineEnd(): void {
    const end = this.text.indexOf('\n', this.at);
    this.at = end === -1 ? this.text.length : end;
  }

  #pastComment(): void {
    const end = this.text.indexOf('*/', this.at + 2);
    if (end === -1) throw new HclSyntaxError('the comment has no end', this.at);
    this.at = end + 2;
  }

  /** What stands there, without going past it. */
  sees(token: string): boolean {
    return this.text.startsWith(token, this.at);
  }

  /** Goes past the token if it stands there. */
  take(token: string): boolean {
    if (!this.text.startsWith(token, this.at)) return false;
    this.at += token.length;
    return true;
  }

  expect(token: string, where: string): void {
    if (!this.take(token)) throw this.fault(`'${token}' ${where}`);
  }

  /** A name, or undefined when there is none. */
  identifier(): string | undefined {
    identifier.lastIndex = this.at;
    const [name] = identifier.exec(this.text) ?? [];
    if (name !== undefined) this.at += name.length;
    return name;
  }

  expectIdentifier(what: string): string {
    const name = this.identifier();
    if (name === undefined) throw this.fault(what);
    return name;
  }

  /** Goes past a word if it stands there and does not go on. */
  word(word: string): boolean {
    const { at } = this;
    if (this.sees(word) && this.identifier() === word) return true;
    this.at = at;
    return false;
  }

  get ended(): boolean {
    return this.at >= this.text.length;
  }

  span(start: number): Span {
    return { start, end: this.at };
  }

  fault(expected: string): HclSyntaxError {
    const found = this.ended ? 'the file ends' : `'${this.text.slice(this.at, this.at + 12).split('\n', 1)[0] ?? ''}'`;
    return new HclSyntaxError(`expected ${expected}, found ${found === "''" ? 'the end of the line' : found}`, this.at);
  }
}
