/** A condition of `rules:if` (GitLab documentation, "CI/CD job rules", variable expressions). */
export type Expression =
  | { readonly kind: 'or' | 'and'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'not'; readonly operand: Expression }
  | {
      readonly kind: 'compare';
      readonly operator: '==' | '!=' | '=~' | '!~';
      readonly left: Operand;
      readonly right: Operand;
    }
  | { readonly kind: 'value'; readonly operand: Operand };

export type Operand =
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'pattern'; readonly source: string; readonly flags: string }
  | { readonly kind: 'null' };

/** The condition is not one; `offset` is where in it. */
export class ExpressionError extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

interface Token {
  readonly kind: 'variable' | 'text' | 'pattern' | 'null' | 'operator' | 'end';
  readonly text: string;
  readonly offset: number;
}

const lexeme =
  /\s*(?:\$(?<variable>\w+)|\$\{(?<braced>\w+)\}|"(?<double>(?:\\.|[^"\\])*)"|'(?<single>(?:\\.|[^'\\])*)'|\/(?<pattern>(?:\\.|[^/\\])+)\/(?<flags>[ismU]*)|(?<null>null|true|false)\b|(?<operator>==|!=|=~|!~|&&|\|\||[()!]))/y;
/** GitLab refuses longer ones. */
const mostTokens = 100;

/** @throws ExpressionError with the place of the mistake */
export function parseExpression(text: string): Expression {
  const parser = new Parser(tokenize(text));
  const expression = parser.or();
  parser.expectEnd();
  return expression;
}

function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (text.slice(at).trim() !== '') {
    lexeme.lastIndex = at;
    const groups = lexeme.exec(text)?.groups;
    if (!groups) throw new ExpressionError(`'${text.slice(at).trim().slice(0, 20)}' is not understood`, at);
    tokens.push({ ...readToken(groups), offset: at });
    at = lexeme.lastIndex;
    if (tokens.length > mostTokens) throw new ExpressionError(`more than ${mostTokens} words`, at);
  }
  tokens.push({ kind: 'end', text: '', offset: text.length });
  return tokens;
}

function readToken(groups: Readonly<Record<string, string | undefined>>): Omit<Token, 'offset'> {
  const variable = groups['variable'] ?? groups['braced'];
  const string = groups['double'] ?? groups['single'];
  if (variable !== undefined) return { kind: 'variable', text: variable };
  if (string !== undefined) return { kind: 'text', text: string };
  if (groups['pattern'] !== undefined)
    return { kind: 'pattern', text: `${groups['flags'] ?? ''}/${groups['pattern']}` };
  const constant = groups['null'];
  if (constant !== undefined)
    return constant === 'null' ? { kind: 'null', text: '' } : { kind: 'text', text: constant };
  return { kind: 'operator', text: groups['operator'] ?? '' };
}

/** `&&` binds before `||`, `!` before both. */
class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  or(): Expression {
    let left = this.#and();
    while (this.#accept('||')) left = { kind: 'or', left, right: this.#and() };
    return left;
  }

  expectEnd(): void {
    const { kind, text, offset } = this.#peek();
    if (kind !== 'end') throw new ExpressionError(`'${text}' was not expected here`, offset);
  }

  #and(): Expression {
    let left = this.#unary();
    while (this.#accept('&&')) left = { kind: 'and', left, right: this.#unary() };
    return left;
  }

  #unary(): Expression {
    if (this.#accept('!')) return { kind: 'not', operand: this.#unary() };
    if (this.#accept('(')) {
      const inner = this.or();
      if (!this.#accept(')')) throw new ExpressionError("')' is missing", this.#peek().offset);
      return inner;
    }
    const left = this.#operand();
    for (const operator of ['==', '!=', '=~', '!~'] as const) {
      if (this.#accept(operator)) return { kind: 'compare', operator, left, right: this.#operand() };
    }
    return { kind: 'value', operand: left };
  }

  #operand(): Operand {
    const { kind, text, offset } = this.#peek();
    this.#at++;
    if (kind === 'variable') return { kind, name: text };
    if (kind === 'text') return { kind, text };
    if (kind === 'null') return { kind };
    if (kind === 'pattern') {
      const slash = text.indexOf('/');
      return { kind, source: text.slice(slash + 1), flags: text.slice(0, slash) };
    }
    throw new ExpressionError(
      kind === 'end' ? 'something is missing at the end' : `'${text}' was not expected here`,
      offset,
    );
  }

  #peek(): Token {
    return this.#tokens[this.#at] ?? { kind: 'end', text: '', offset: 0 };
  }

  #accept(text: string): boolean {
    const token = this.#peek();
    if (token.kind !== 'operator' || token.text !== text) return false;
    this.#at++;
    return true;
  }
}
