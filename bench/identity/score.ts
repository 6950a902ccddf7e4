import { matchIdentities } from '../../src/policy/fingerprints/match-identities.ts';
import type { Sighting } from './sighting.ts';

export interface Tally {
  /** Findings that are in both scans and whose own text nobody edited. */
  findings: number;
  kept: number;
  lost: number;
  /** New findings that were taken for an old one, so that a gate for new ones lets them through. */
  merged: number;
  /** Old findings taken for another old one; nothing is hidden by that. */
  swapped: number;
  /** Findings whose own text was edited, and how many of them were found again. */
  edited: number;
  editedFound: number;
  readonly kinds: Map<string, number>;
}

export function emptyTally(): Tally {
  return { findings: 0, kept: 0, lost: 0, merged: 0, swapped: 0, edited: 0, editedFound: 0, kinds: new Map() };
}

/** @param edited ids of the plants whose text changed in between */
export function score(
  earlier: readonly Sighting[],
  current: readonly Sighting[],
  edited: ReadonlySet<number>,
  tally: Tally,
): void {
  const matches = matchIdentities(
    earlier.map(({ finding }) => finding),
    current.map(({ finding }) => finding),
  );
  const ids = new Set(earlier.map(({ id }) => id));
  for (const [index, { id }] of current.entries()) {
    const match = matches[index];
    const certain = match !== undefined && match.kind !== 'location/v1';
    if (!ids.has(id)) {
      if (certain) tally.merged++;
      continue;
    }
    if (edited.has(id)) {
      tally.edited++;
      if (match && earlier[match.earlier]?.id === id) tally.editedFound++;
      continue;
    }
    tally.findings++;
    if (!certain) tally.lost++;
    else {
      tally.kept++;
      if (earlier[match.earlier]?.id !== id) tally.swapped++;
      tally.kinds.set(match.kind, (tally.kinds.get(match.kind) ?? 0) + 1);
    }
  }
}
