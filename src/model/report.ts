import type { Evidence } from './evidence.ts';
import type { RuleMeta } from './rule.ts';
import type { Verdict } from './verdict.ts';

/** A rule as reports show it: without the examples, which may look like real secrets, and what only the catalogue needs. */
export type ReportedRule = Omit<RuleMeta, 'bad' | 'good' | 'covers' | 'dialects'>;

/** All that a report format needs; formats read nothing else. */
export interface Report {
  readonly tool: { readonly name: string; readonly version: string; readonly informationUri: string };
  readonly evidence: Evidence;
  readonly verdict: Verdict;
  /** Metadata of every rule that the scanners of this run own. */
  readonly rules: readonly ReportedRule[];
  /** ISO times. */
  readonly startedAt: string;
  readonly endedAt: string;
}

export interface ReportOptions {
  /** Columns of the terminal, when there is one. */
  readonly width: number;
  readonly color: boolean;
  /** Leave out everything that differs between two equal runs (times, durations). */
  readonly reproducible: boolean;
}

export interface ReportFormat {
  /** As in `-o <id>=FILE`. */
  readonly id: string;
  readonly title: string;
  /** File extension without dot. */
  readonly extension: string;
  /** Writes the report piece by piece, so that a large one is never held whole. */
  write(report: Report, options: ReportOptions): Iterable<string>;
}
