import type { Finding } from '../../model/finding.ts';
import { isNamed } from '../fingerprints/match-identities.ts';
import { type Baseline, type BaselineEntry, entryKey } from './baseline.ts';

/** All that was found, as known. What is suppressed otherwise needs no entry. */
export function createBaseline(findings: readonly Finding[], salt: string): Baseline {
  return { salt, entries: mergeEntries(findings.filter(belongs).map((finding) => entryOf(finding))) };
}

export function belongs(finding: Finding): boolean {
  const suppressedElsewhere = finding.suppression !== undefined && finding.suppression.kind !== 'baseline';
  return !suppressedElsewhere && finding.baselineState !== 'absent' && lasting(finding).length > 0;
}

/** @param decision what is known of it already */
export function entryOf(finding: Finding, decision?: BaselineEntry): BaselineEntry {
  const { status = 'open', owner, reason } = decision ?? {};
  return {
    fingerprints: lasting(finding),
    rule: finding.ruleId,
    count: 1,
    status,
    ...(owner !== undefined && { owner }),
    ...(reason !== undefined && { reason }),
  };
}

/** A name is enough if there is one; of a place, all but the bare position. */
function lasting({ fingerprints }: Finding): Finding['fingerprints'] {
  if (isNamed(fingerprints)) return fingerprints.slice(0, 1);
  return fingerprints.filter(({ kind }) => kind !== 'location/v1');
}

/** Equal entries become one: with their sum for places, and one for a name. In the order of the file. */
export function mergeEntries(entries: readonly BaselineEntry[]): BaselineEntry[] {
  const merged = new Map<string, BaselineEntry>();
  const sorted = [...entries].sort((a, b) => compare(entryKey(a), entryKey(b)) || compare(a.rule, b.rule));
  for (const entry of sorted) {
    const key = entryKey(entry);
    const twin = merged.get(key);
    if (!twin) merged.set(key, entry);
    else if (!isNamed(entry.fingerprints)) merged.set(key, { ...twin, count: twin.count + entry.count });
  }
  return [...merged.values()];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
