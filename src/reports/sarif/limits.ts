import type { Finding } from '../../model/finding.ts';

/** What code scanning accepts in one file; a file above any of these is refused as a whole. */
export const limits = { results: 25_000, locations: 1000, steps: 10_000, tags: 20, notifications: 1000 } as const;

export interface Selection {
  readonly findings: readonly Finding[];
  /** Positions of `findings` in the report. */
  readonly positions: readonly number[];
  readonly leftOut: number;
}

/**
 * The findings to write, in report order. What is gone since the baseline is no result: readers that do not know
 * `baselineState` would show it as open. Above the limit the suppressed go first, then the least severe.
 */
export function selectFindings(all: readonly Finding[], most: number = limits.results): Selection {
  const present = [...all.entries()].filter(([, finding]) => finding.baselineState !== 'absent');
  const kept = present.length <= most ? present : trim(present, most);
  return {
    findings: kept.map(([, finding]) => finding),
    positions: kept.map(([position]) => position),
    leftOut: present.length - kept.length,
  };
}

type Numbered = readonly [position: number, finding: Finding];

function trim(present: readonly Numbered[], most: number): readonly Numbered[] {
  const counting = present.filter(([, finding]) => finding.suppression === undefined);
  const suppressed = present.filter(([, finding]) => finding.suppression !== undefined);
  return [...counting, ...suppressed].slice(0, most).sort(([a], [b]) => a - b);
}
