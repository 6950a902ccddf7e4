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
  /** Made from the expression when it is first needed, unless it was made before. */
  readonly plan?: SearchPlan;
}

/** What a search for a pattern is held to. Plain data, to be made when the program is built. */
export interface SearchPlan {
  /** How many bytes past the end of a match the expression may look. At least 1. */
  readonly ahead: number;
  /** Has capture groups. */
  readonly captures: boolean;
  /** What every match contains. */
  readonly musts: readonly Requirement[];
  /** The longest run of one set. */
  readonly run?: Requirement;
}

/**
 * Bytes in a row, each of a set, the first `from` to `to` bytes after the start of a match; sets are given by their source
 * in the expression, and how often each is repeated.
 */
export interface Requirement {
  readonly sets: readonly (readonly [set: string, count: number])[];
  readonly from: number;
  readonly to: number;
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
