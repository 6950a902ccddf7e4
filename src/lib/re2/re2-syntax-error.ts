/** The reasons for which Go's `regexp/syntax` refuses an expression, in its words. */
export type SyntaxReason =
  | 'invalid character class range'
  | 'invalid escape sequence'
  | 'invalid named capture'
  | 'invalid or unsupported Perl syntax'
  | 'invalid nested repetition operator'
  | 'invalid repeat count'
  | 'missing closing ]'
  | 'missing closing )'
  | 'missing argument to repetition operator'
  | 'trailing backslash at end of expression'
  | 'unexpected )'
  | 'expression nests too deeply'
  | 'expression too large';

/** An expression that RE2 refuses. */
export class Re2SyntaxError extends Error {
  readonly reason: SyntaxReason;
  /** The offending part of the expression. */
  readonly part: string;

  constructor(reason: SyntaxReason, part: string) {
    super(`error parsing regexp: ${reason}: \`${part}\``);
    this.name = 'Re2SyntaxError';
    this.reason = reason;
    this.part = part;
  }
}
