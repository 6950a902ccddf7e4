export type TokenKind =
  | 'text'
  | 'leftDelimiter'
  | 'rightDelimiter'
  | 'space'
  | 'boolean'
  | 'character'
  | 'characterConstant'
  | 'number'
  | 'string'
  | 'rawString'
  | 'field'
  | 'identifier'
  | 'variable'
  | 'dot'
  | 'nil'
  | 'keyword'
  | 'leftParenthesis'
  | 'rightParenthesis'
  | 'pipe'
  | 'assign'
  | 'declare'
  | 'end'
  /** Its text says what is wrong; nothing follows. */
  | 'error';

/** A piece of a template's text. */
export interface Token {
  readonly kind: TokenKind;
  /** As written; for text without what trim markers take away. */
  readonly text: string;
  /** Byte offset. */
  readonly position: number;
  /** 1-based. */
  readonly line: number;
}

/** How messages name a token. */
export function describeToken({ kind, text }: Token): string {
  if (kind === 'end') return 'EOF';
  if (kind === 'keyword' || kind === 'dot' || kind === 'nil') return `<${text}>`;
  return text.length > 10 ? `${JSON.stringify(text.slice(0, 10))}...` : JSON.stringify(text);
}
