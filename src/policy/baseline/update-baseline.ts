import type { Finding } from '../../model/finding.ts';
import { matchIdentities } from '../fingerprints/match-identities.ts';
import type { Baseline, BaselineEntry } from './baseline.ts';
import { belongs, entryOf, mergeEntries } from './create-baseline.ts';
import { inPlaceOrder } from './place-order.ts';

/** Adds what is new and refreshes what is known; owner, reason and status stay, and so do entries that match nothing. */
export function updateBaseline(baseline: Baseline, findings: readonly Finding[]): Baseline {
  const { current, matched } = recognise(baseline, findings);
  const unmatched = baseline.entries.filter((_, index) => !matched.has(index));
  return { salt: baseline.salt, entries: mergeEntries([...current, ...unmatched]) };
}

export interface Pruned {
  readonly baseline: Baseline;
  /** The entries that matched nothing any more. */
  readonly stale: readonly BaselineEntry[];
}

/** Drops what matches nothing any more. `findings` must be of a complete look at everything. */
export function pruneBaseline(baseline: Baseline, findings: readonly Finding[]): Pruned {
  const { known, matched } = recognise(baseline, findings);
  const stale = baseline.entries.filter((_, index) => !matched.has(index));
  return { baseline: { salt: baseline.salt, entries: mergeEntries(known) }, stale };
}

interface Recognised {
  /** Entries for all findings. */
  readonly current: readonly BaselineEntry[];
  /** Entries for the findings that the baseline knew. */
  readonly known: readonly BaselineEntry[];
  /** Indices of the baseline's entries that were found again. */
  readonly matched: ReadonlySet<number>;
}

function recognise(baseline: Baseline, findings: readonly Finding[]): Recognised {
  const relevant = inPlaceOrder(findings.filter(belongs));
  const matches = matchIdentities(baseline.entries, relevant);
  const entries = relevant.map((finding, index) => {
    const match = matches[index];
    return { match, entry: entryOf(finding, match && baseline.entries[match.earlier]) };
  });
  return {
    current: entries.map(({ entry }) => entry),
    known: entries.filter(({ match }) => match).map(({ entry }) => entry),
    matched: new Set(matches.flatMap((match) => (match ? [match.earlier] : []))),
  };
}
