import { type Match, matchIdentities } from '../../src/policy/fingerprints/match-identities.ts';
import type { Sighting } from './sighting.ts';

export interface Tally {
  /** Findings that are in both scans and whose own text nobody edited. */
  findings: number;
  kept: number;
  lost: number;
  /** New findings that were taken for one that is gone, so that a gate for new findings lets them through. */
  merged: number;
  /**
   * As merged, but the new finding has the text and the block of the one that went: nobody can tell that from a line
   * that was moved within its block.
   */
  readded: number;
  /** Findings taken for another one that is still there; as many are reported as new as are new. */
  swapped: number;
  /** Findings whose own text was edited, and how many of them were found again. */
  edited: number;
  editedFound: number;
  readonly kinds: Map<string, number>;
}

export function emptyTally(): Tally {
  return {
    findings: 0,
    kept: 0,
    lost: 0,
    merged: 0,
    readded: 0,
    swapped: 0,
    edited: 0,
    editedFound: 0,
    kinds: new Map(),
  };
}

/** @param edited ids of the plants whose text changed in between */
export function score(
  earlier: readonly Sighting[],
  current: readonly Sighting[],
  edited: ReadonlySet<number>,
  tally: Tally,
): void {
  const places = matchIdentities(
    earlier.map(({ finding }) => finding),
    current.map(({ finding }) => finding),
  );
  const matches = places.map((match) => (match?.kind === 'location/v1' ? undefined : match));
  const ids = new Set(earlier.map(({ id }) => id));
  const takenFor = new Map(current.map(({ id }, index) => [id, matches[index]]));
  for (const [index, { id }] of current.entries()) {
    const match = matches[index];
    if (!ids.has(id)) {
      if (match) tally[fateOf(match, earlier, takenFor)]++;
    } else if (edited.has(id)) {
      const found = places[index];
      tally.edited++;
      if (found && earlier[found.earlier]?.id === id) tally.editedFound++;
    } else {
      tally.findings++;
      if (!match) tally.lost++;
      else {
        tally.kept++;
        if (earlier[match.earlier]?.id !== id) tally.swapped++;
        tally.kinds.set(match.kind, (tally.kinds.get(match.kind) ?? 0) + 1);
      }
    }
  }
}

/** What it means that a new finding was taken for an old one: follows the old one, and whoever that was taken for. */
function fateOf(
  match: Match,
  earlier: readonly Sighting[],
  takenFor: ReadonlyMap<number, Match | undefined>,
): 'merged' | 'readded' | 'swapped' {
  let last = match;
  for (let step = 0; step < earlier.length; step++) {
    const id = earlier[last.earlier]?.id ?? 0;
    if (!takenFor.has(id)) return last.kind === 'scope/v1' ? 'readded' : 'merged';
    const next = takenFor.get(id);
    if (!next) return 'swapped';
    last = next;
  }
  return 'swapped';
}
