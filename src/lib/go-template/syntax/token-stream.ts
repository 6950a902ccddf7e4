import { TemplateError } from '../template-error.ts';
import { describeToken, type Token, type TokenKind } from './token.ts';

const nothing: Token = { kind: 'end', text: '', position: 0, line: 1 };

/** Tokens one after the other. */
export class TokenStream {
  readonly #tokens: readonly Token[];
  readonly #name: string;
  #at = 0;

  constructor(tokens: readonly Token[], name: string) {
    this.#tokens = tokens;
    this.#name = name;
  }

  peek(ahead = 0): Token {
    return this.#tokens[this.#at + ahead] ?? this.#tokens.at(-1) ?? nothing;
  }

  next(): Token {
    const token = this.peek();
    this.#at++;
    return token;
  }

  peekAfterSpace(): Token {
    while (this.peek().kind === 'space') this.#at++;
    return this.peek();
  }

  nextAfterSpace(): Token {
    this.peekAfterSpace();
    return this.next();
  }

  back(): void {
    this.#at--;
  }

  /** Takes a token of a kind; `context` says in the message what it belongs to. */
  expect(kind: TokenKind, context: string): Token {
    const token = this.nextAfterSpace();
    if (token.kind !== kind) this.unexpected(token, context);
    return token;
  }

  unexpected(token: Token, context: string): never {
    if (token.kind === 'error') this.fail(token.text);
    if (token.kind === 'end') this.fail('unexpected EOF');
    this.fail(`unexpected ${describeToken(token)} in ${context}`);
  }

  fail(message: string): never {
    const line = this.#tokens[Math.max(0, this.#at - 1)]?.line ?? 1;
    throw new TemplateError(`template: ${this.#name}:${line}: ${message}`);
  }
}
