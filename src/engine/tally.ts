import type { ScannerRun } from '../model/evidence.ts';

/** One scanner's progress in one thread, summed over threads into its run. */
export interface Tally {
  examined: number;
  /** Listed files of its kind, whether they could be read or not. */
  wanted: number;
  millis: number;
  /** Set once something that should have been looked at was not. */
  partial?: string;
  /** Set when the scanner threw; it gets no more files. */
  failed?: string;
}

/**
 * Reasons of unknowns that are limits of the tool, or of what a repository can tell, rather than of this run: the run stays complete and the unknown is
 * reported beside it. Every other reason means that bytes which should have been scanned were not.
 */
const toolLimits = new Set(['unsupported', 'needs-facts']);

export function leavesGap(reason: string): boolean {
  return !toolLimits.has(reason);
}

export function newTally(): Tally {
  return { examined: 0, wanted: 0, millis: 0 };
}

export function addTally(sum: Tally, more: Tally): void {
  sum.examined += more.examined;
  sum.wanted += more.wanted;
  sum.millis += more.millis;
  if (more.partial !== undefined) sum.partial ??= more.partial;
  if (more.failed !== undefined) sum.failed ??= more.failed;
}

export function toRun(scanner: string, tally: Tally): ScannerRun {
  const status = tally.failed === undefined ? (tally.partial === undefined ? 'complete' : 'partial') : 'failed';
  const reason = tally.failed ?? tally.partial;
  return {
    scanner,
    status,
    examined: tally.examined,
    wanted: tally.wanted,
    ...(reason !== undefined && { reason }),
    millis: Math.round(tally.millis),
  };
}
