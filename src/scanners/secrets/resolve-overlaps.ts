import type { SecretCandidate } from './candidate.ts';

/**
 * One value at one position gives one candidate: the most specific. A weaker one that overlaps it disappears, also
 * when the stronger one turned out to be a placeholder. Sorted by position.
 */
export function resolveOverlaps(candidates: readonly SecretCandidate[]): SecretCandidate[] {
  const strongest = [...candidates].sort(
    (a, b) => b.rank - a.rank || depth(a) - depth(b) || length(b) - length(a) || a.range.start - b.range.start,
  );
  const taken = new TakenRanges();
  const kept = strongest.filter((candidate) => taken.take(candidate.range.start, candidate.range.end));
  return kept.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

function length(candidate: SecretCandidate): number {
  return candidate.range.end - candidate.range.start;
}

/** A value in plain is preferred to one that must be decoded first. */
function depth(candidate: SecretCandidate): number {
  return candidate.encoding === undefined ? 0 : candidate.encoding.split(' in ').length;
}

/** Disjoint ranges, ascending. */
class TakenRanges {
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];

  /** Adds the range unless it overlaps one that was taken. */
  take(start: number, end: number): boolean {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.ends[middle] ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    if ((this.starts[low] ?? Infinity) < end) return false;
    this.starts.splice(low, 0, start);
    this.ends.splice(low, 0, end);
    return true;
  }
}
