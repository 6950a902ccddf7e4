import type { Component } from './component.ts';
import type { Finding, Unknown } from './finding.ts';
import type { TargetKind } from './target.ts';

/** How one scanner's run went. A gate that requires a scanner accepts only `complete`. */
export interface ScannerRun {
  readonly scanner: string;
  /** `skipped`: did not start (does not accept the target, tool missing). `partial`: looked at some of what it should. */
  readonly status: 'complete' | 'partial' | 'failed' | 'skipped';
  /** Files (or other items) looked at. */
  readonly examined: number;
  /** Files (or other items) of its kind that the target has. Tells "there was nothing" from "it looked at nothing". */
  readonly wanted?: number;
  readonly reason?: string;
  readonly millis: number;
}

/** How a program of the project that the policy names went. */
export interface CommandRun {
  readonly name: string;
  /** Undefined when it did not run to its end. */
  readonly exitCode?: number;
  readonly reason?: string;
}

/** Whether a signature, a provenance or the like of the artifact holds, checked by whoever adds it. */
export interface Verification {
  readonly name: string;
  readonly outcome: 'verified' | 'refuted' | 'unknown';
  readonly message?: string;
}

/** An approval to let something through a gate, checked by whoever adds it. */
export interface Approval {
  readonly by: string;
  readonly groups: readonly string[];
  /** ISO time. */
  readonly at: string;
}

/** Where the scanned content stands in version control. */
export interface Revision {
  readonly commit?: string;
  readonly branch?: string;
  /** Remote without credentials. */
  readonly repository?: string;
}

/** Everything the judge may look at. */
export interface Evidence {
  readonly target: {
    readonly kind: TargetKind;
    readonly description: string;
    /** Files (or other items) the target has after exclusions; undefined when nobody counted. */
    readonly listed?: number;
  };
  readonly findings: readonly Finding[];
  readonly components: readonly Component[];
  readonly runs: readonly ScannerRun[];
  readonly unknowns: readonly Unknown[];
  readonly approvals: readonly Approval[];
  /** Present when somebody ran the commands of the policy. */
  readonly commands?: readonly CommandRun[];
  readonly verifications?: readonly Verification[];
  readonly revision?: Revision;
  /** ISO time at which the evidence is judged. */
  readonly now: string;
}
