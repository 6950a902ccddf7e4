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
  readonly reason?: string;
  readonly millis: number;
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
  readonly target: { readonly kind: TargetKind; readonly description: string };
  readonly findings: readonly Finding[];
  readonly components: readonly Component[];
  readonly runs: readonly ScannerRun[];
  readonly unknowns: readonly Unknown[];
  readonly approvals: readonly Approval[];
  readonly revision?: Revision;
  /** ISO time at which the evidence is judged. */
  readonly now: string;
}
