import type { Fingerprint } from '../../model/finding.ts';

/** What was there when somebody decided to look only at what is new. Holds no position and no date. */
export interface Baseline {
  /** Key with which the hashes of secret values were made. */
  readonly salt: string;
  readonly entries: readonly BaselineEntry[];
}

export interface BaselineEntry {
  /** Strongest first, at least one. Without those that hold a position. */
  readonly fingerprints: readonly Fingerprint[];
  readonly rule: string;
  /** How many equal findings it stands for; 1 for what a scanner identifies by itself, which may stand anywhere. */
  readonly count: number;
  /**
   * `open`: known and still to be dealt with; gates that ask for new findings only let it through.
   * `false-positive`: somebody looked and it is none; suppressed in every gate.
   */
  readonly status: BaselineStatus;
  readonly owner?: string;
  readonly reason?: string;
}

export const baselineStatuses = ['open', 'false-positive'] as const;
export type BaselineStatus = (typeof baselineStatuses)[number];

/** By what the lines of the file are sorted and told apart. */
export function entryKey(entry: BaselineEntry): string {
  return entry.fingerprints.map(({ kind, value }) => `${kind}:${value}`).join(',');
}
