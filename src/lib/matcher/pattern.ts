/** A literal that gates a pattern. */
export interface Literal {
  /** Latin1 text, 3 bytes or more; lower case when `caseless`. */
  readonly text: string;
  readonly caseless: boolean;
}

/** A regular expression with what the matcher needs to run it only where it can match. */
export interface Pattern {
  /** JavaScript source, to be run on the latin1 view of the bytes (one character a byte). */
  readonly source: string;
  /** Subset of `imsu`; `g`, `y` and `d` are the matcher's business. */
  readonly flags: string;
  /** Every match contains at least one of these. Empty: the pattern has no mandatory literal and runs on everything. */
  readonly literals: readonly Literal[];
  /** A match starts at most this many bytes before the literal; Infinity when unbounded. */
  readonly lead: number;
  /** No match is longer than this many bytes; Infinity when unbounded. */
  readonly maxLength: number;
}

/** A match in the bytes given to the matcher. */
export interface PatternMatch {
  /** Index of the pattern in the list the matcher was built from. */
  readonly pattern: number;
  readonly start: number;
  readonly end: number;
  /** Offsets of the capture groups, as in `RegExp`'s `d` flag; index 0 is the match. */
  readonly groups: readonly (readonly [start: number, end: number] | undefined)[];
}
