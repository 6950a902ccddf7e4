import type { JsonValue } from '../model/finding.ts';
import type { Confidence, Severity } from '../model/severity.ts';

/**
 * A policy ready to judge: every default filled in, every word checked. Plain JSON, so that it can be kept in a cache
 * and read back without a schema library. Made by `compilePolicy`, never by hand.
 */
export interface Policy {
  readonly version: 1;
  readonly gates: Readonly<Record<string, Gate>>;
  /** For all gates; a gate's own `rules` win over these. */
  readonly rules: readonly RuleOverride[];
  readonly waivers: readonly Waiver[];
  readonly paths: {
    /** Globs of files that are not scanned at all. */
    readonly exclude: readonly string[];
    /** Globs of test code, where scanners judge what only looks like a secret more mildly. */
    readonly test: readonly string[];
  };
  readonly scan: ScanLimits;
  /** Each scanner's own settings, checked by the scanner. */
  readonly scanners: Readonly<Record<string, JsonValue>>;
  /** Only their receipts count; everybody's when absent. */
  readonly signers?: readonly Signer[];
  /** Repository-relative path of the baseline. */
  readonly baseline: string;
  /** Key of the hashes of secret values; derived from the repository when absent. */
  readonly salt?: string;
  /** SHA-256, in hex, of the canonical JSON of everything else in here. */
  readonly digest: string;
}

/** The gates of a delivery pipeline, in order. A policy may have others beside them. */
export const pipelineGates = ['pre-commit', 'build', 'test', 'deploy', 'post-deploy'] as const;

export interface Gate {
  readonly name: string;
  /** The gate opens only if each of these ran to the end. */
  readonly scanners: readonly string[];
  /** Run too, but what does not fit the budget is left to a later gate. */
  readonly soft: readonly string[];
  readonly failOn: Threshold;
  /** Thresholds of single scanners, in place of `failOn`. */
  readonly overrides: Readonly<Record<string, Threshold>>;
  readonly rules: readonly RuleOverride[];
  /** What something undecided does to the gate, by the unknown's reason; `default` for all others. */
  readonly unknowns: Readonly<Record<string, UnknownEffect>>;
  readonly budgetMillis?: number;
  readonly approvals?: ApprovalRule;
  /** The gate opens only inside one of these; always when there is none. */
  readonly windows: readonly Window[];
  /** Periods in which the gate stays shut whatever else holds. */
  readonly freezes: readonly Freeze[];
  readonly verify: readonly string[];
  readonly conditions: readonly Condition[];
  readonly commands: readonly Command[];
}

export type UnknownEffect = 'error' | 'note';

/** Which findings shut the gate. */
export interface Threshold {
  /** This bad or worse. `never`: findings are shown and shut nothing. */
  readonly severity: Severity | 'never';
  /** This sure or surer. */
  readonly confidence: Confidence;
  /** Findings known from the baseline or the merge base do not count. */
  readonly newOnly: boolean;
}

export interface RuleOverride {
  /** Rule id, or a glob of ids. */
  readonly rule: string;
  readonly severity: Severity | 'off';
}

/** Lets findings through until a day, answered for by somebody. At least one of the selectors is set; all set ones must hold. */
export interface Waiver {
  /** Globs of rule ids. */
  readonly rules?: readonly string[];
  /** Globs of paths. */
  readonly paths?: readonly string[];
  /** `kind:value`, or a value of any kind. */
  readonly fingerprint?: string;
  /** Hash of the secret value, as reports show it. */
  readonly secret?: string;
  readonly owner: string;
  readonly reason: string;
  /** ISO date; holds to the end of that day, UTC. */
  readonly expires: string;
}

export interface ApprovalRule {
  /** How many different people. */
  readonly quorum: number;
  /** Only approvals of members of one of these count; empty: everybody's do. */
  readonly groups: readonly string[];
  /** Older approvals do not count. */
  readonly maxAgeMillis?: number;
}

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** A weekly time in which the gate may open. */
export interface Window {
  readonly days: readonly Weekday[];
  /** `HH:MM`, inclusive. */
  readonly from: string;
  /** `HH:MM`, exclusive; earlier than `from` means the next day. */
  readonly to: string;
  /** IANA name. */
  readonly timezone: string;
}

export interface Freeze {
  /** ISO times: `from` inclusive, `to` exclusive. */
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

/** A CEL expression over the evidence. */
export interface Condition {
  /** `require`: the gate stays shut unless it holds. `fail-if`: the gate stays shut if it holds. */
  readonly kind: 'require' | 'fail-if';
  readonly expression: string;
  readonly message?: string;
}

/** A program of the project that the hook runs on staged files. */
export interface Command {
  readonly name: string;
  /** Program and arguments; a single string is given to the shell. */
  readonly run: readonly string[] | string;
  /** Globs; the command runs when one matches, with the files that match as further arguments. */
  readonly files: readonly string[];
  /** It may change the files; the changes are staged. */
  readonly fix: boolean;
  readonly timeoutMillis: number;
}

/** Somebody whose receipts of the pre-commit gate count. */
export interface Signer {
  readonly name: string;
  /** Ed25519 public key, DER (RFC 8410) in base64url. */
  readonly key: string;
}

export interface ScanLimits {
  readonly maxFileBytes?: number;
  /** Archives in archives. */
  readonly archiveDepth?: number;
  readonly timeoutMillis?: number;
  readonly workers?: number;
}
