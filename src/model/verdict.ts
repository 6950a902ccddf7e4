import type { Severity } from './severity.ts';

/** Why the gate is not open, or what it noticed. */
export interface Reason {
  /** Stable word, for example `finding`, `incomplete`, `expired-waiver`; docs/policy.md lists them. */
  readonly code: string;
  /** `error` and `fail` shut the gate, `note` does not. */
  readonly effect: 'error' | 'fail' | 'note';
  readonly message: string;
  /** Index into the evidence's findings. */
  readonly finding?: number;
  readonly scanner?: string;
}

/** `pass`: open. `fail`: the policy says no. `error`: could not decide, which never opens a gate. */
export type Outcome = 'pass' | 'fail' | 'error';

export interface Verdict {
  readonly gate: string;
  readonly outcome: Outcome;
  readonly reasons: readonly Reason[];
  /** Findings that count (not suppressed), by severity. */
  readonly counts: Readonly<Record<Severity, number>>;
  readonly suppressed: number;
  /** SHA-256 of the canonical policy that judged. */
  readonly policyDigest: string;
}

export const exitCodes = { pass: 0, fail: 1, error: 2 } as const satisfies Record<Outcome, number>;
