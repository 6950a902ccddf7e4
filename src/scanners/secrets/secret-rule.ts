import type { NonEmpty, RuleMeta } from '../../model/rule.ts';

/** What an offline look at a value says. `refuted` needs a confirmed scheme; an unconfirmed one can only raise. */
export interface ProofResult {
  readonly outcome: 'proven' | 'plausible' | 'refuted';
  /** Facts for `explain`, without the secret: `{ account: '…', expires: '…', encrypted: true }`. */
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
  /** With `refuted`: why the value is nothing of this format at all; absent when only its checksum is wrong. */
  readonly dismissed?: string;
  /** Overrides for this value: an expired or public token is `info`, an encrypted key `medium`. */
  readonly severity?: RuleMeta['severity'];
}

/** Structure or checksum of a token format. */
export interface Proof {
  readonly id: string;
  /** `value` is the secret; `window` the text around it (latin1); `now` decides whether a token has expired. */
  check(value: string, window: string, now: Date): ProofResult;
  /** Makes a sample drawn from the shape pass `check`; used for examples, which must never be real tokens. */
  complete(sample: string, random: Random): string;
}

/** Seeded source of numbers in [0, 1). */
export type Random = () => number;

/** A regular expression where the shape notation does not reach. */
export interface SecretRegex {
  /**
   * JavaScript source over the latin1 view of the bytes; the group named `secret`, else the whole match, is the value.
   * Several are alternatives that may match at the same place: the first, the second … value of a block.
   */
  readonly source: string | NonEmpty<string>;
  readonly caseless?: boolean;
  /** Each match contains at least one of these (compared without case when `caseless`). */
  readonly literals: NonEmpty<string>;
  /** A match starts at most this many bytes before the literal (default `maxLength`); the smaller, the faster. */
  readonly lead?: number;
  /** No match is longer than this many bytes. */
  readonly maxLength: number;
  /** A value of the secret for the examples. */
  sample(random: Random): string;
}

/** What must stand before a value whose own format says too little. */
export interface Near {
  /** One of them stands at most `within` bytes (default 40) before the value, on the same line. Lower case. */
  readonly words: NonEmpty<string>;
  readonly within?: number;
  /** Between word and value there is a name that speaks of a key, token, secret or password, and it is assigned the value. */
  readonly assigned?: boolean;
}

/** One token format. A rule is one object in one file. */
export interface SecretRule extends RuleMeta {
  readonly provider: string;
  /** Values of one family are the same secret whatever rule found them; part of the finding's identity. */
  readonly family: string;
  /** The rule id under which gitleaks' users know this format. */
  readonly gitleaks?: string;
  /** Alternatives in the shape notation (see shape.ts); exactly one of `shape` and `regex` is given. */
  readonly shape?: NonEmpty<string>;
  readonly regex?: SecretRegex;
  readonly near?: Near;
  /** Only in files whose path matches. */
  readonly path?: RegExp;
  /** Least Shannon entropy of the value, bits per character. */
  readonly entropy?: number;
  readonly proof?: Proof;
  /** The format is unmistakable: reported wherever it stands, also in tests, docs and minified code. */
  readonly distinctive: boolean;
}
