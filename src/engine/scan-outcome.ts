import type { Component } from '../model/component.ts';
import type { ScannerRun } from '../model/evidence.ts';
import type { Finding, Unknown } from '../model/finding.ts';

/** What all scanners said of a target, in a stable order. */
export interface ScanOutcome {
  readonly findings: readonly Finding[];
  readonly components: readonly Component[];
  readonly unknowns: readonly Unknown[];
  readonly runs: readonly ScannerRun[];
}
