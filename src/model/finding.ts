import type { Location } from './location.ts';
import type { NonEmpty } from './rule.ts';
import type { Confidence, Severity } from './severity.ts';

/**
 * One way to recognise a finding again. A finding carries several, the strongest first: the scanner's own, which name
 * the thing itself, or the general ones, which describe its place (policy/fingerprints).
 */
export interface Fingerprint {
  /** Versioned kind, for example `secret/v1` or `context/v1`. */
  readonly kind: string;
  readonly value: string;
}

/** One step of the path that proves a finding, in order. */
export interface Step {
  readonly location: Location;
  readonly message: string;
}

/** Replaces the text of `location` (which must have start and end) by `text`. */
export interface TextEdit {
  readonly location: Location;
  readonly text: string;
}

export interface Fix {
  readonly description: string;
  /** A safe fix keeps behaviour and may be applied without asking. */
  readonly safe: boolean;
  readonly edits: NonEmpty<TextEdit>;
}

/** The source lines around a finding, already masked. */
export interface Excerpt {
  /** 1-based number of the first line. */
  readonly startLine: number;
  readonly lines: readonly string[];
  /** What to underline, in columns of the masked text (1-based, end exclusive). */
  readonly highlight?: { readonly line: number; readonly startColumn: number; readonly endColumn: number };
}

/** Why a finding does not count: it stays in the evidence and in reports that can show it. */
export interface Suppression {
  /** `in-source`: a comment beside the code. `waiver`: the policy. `baseline`: accepted earlier. `ignore-file`, `tool`: decided elsewhere. */
  readonly kind: 'in-source' | 'waiver' | 'baseline' | 'ignore-file' | 'tool';
  readonly reason?: string;
  readonly owner?: string;
  /** ISO date after which it no longer holds. */
  readonly expires?: string;
}

/** Relation to the baseline or merge base that the run was compared with (SARIF 2.1.0 §3.27.24). */
export type BaselineState = 'new' | 'unchanged' | 'updated' | 'absent';

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

export interface Finding {
  readonly ruleId: string;
  readonly scanner: string;
  /** One sentence with the specifics; never contains a secret value. */
  readonly message: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** The first location is the one to show. */
  readonly locations: NonEmpty<Location>;
  /** Strongest first. A scanner gives its own strong ones; the engine appends the general ones. */
  readonly fingerprints: readonly Fingerprint[];
  readonly excerpt?: Excerpt;
  readonly path?: readonly Step[];
  readonly fixes?: readonly Fix[];
  readonly suppression?: Suppression;
  readonly baselineState?: BaselineState;
  /** Scanner-specific facts for `explain`, conditions and reports; values are plain data and masked. */
  readonly properties?: { readonly [key: string]: JsonValue };
}

/** Something the scanner could not decide. It never counts as a pass. */
export interface Unknown {
  readonly scanner: string;
  /** Stable word for machines: `unreadable`, `too-large`, `unsupported`, `syntax`, `not-fetched`, `limit`, `timeout`, `corrupt`, `needs-facts`. */
  readonly reason: string;
  readonly message: string;
  readonly location?: Location;
}
