import type { ByteText } from './byte-text.ts';
import type { CommitInfo } from './fragment.ts';

/** A finding with the fields of gitleaks' report. Holds the plain secret; it never leaves this command's own output. */
export interface CompatFinding {
  readonly ruleId: ByteText;
  readonly description: ByteText;
  readonly tags: readonly ByteText[];
  readonly startLine: number;
  readonly endLine: number;
  readonly startColumn: number;
  readonly endColumn: number;
  /** The lines around the match, for `-v` and for allowlists that look at them. */
  readonly line: ByteText;
  readonly match: ByteText;
  readonly secret: ByteText;
  /** Shannon entropy of the secret, rounded to single precision. */
  readonly entropy: number;
  readonly file: ByteText;
  readonly symlinkFile: ByteText;
  readonly commit?: CommitInfo;
  /** RFC 3339, UTC; the year 1 for what is not committed yet, empty for files. */
  readonly date: ByteText;
  readonly link: ByteText;
  readonly fingerprint: ByteText;
  /** Findings of the rules that this one's rule requires. */
  readonly required: readonly RequiredFinding[];
}

/** What stood near a finding of a composite rule. */
export interface RequiredFinding {
  readonly ruleId: ByteText;
  readonly startLine: number;
  readonly endLine: number;
  readonly startColumn: number;
  readonly endColumn: number;
  readonly line: ByteText;
  readonly match: ByteText;
  readonly secret: ByteText;
}
