/**
 * A set of Unicode code points: sorted, disjoint, non-adjacent inclusive ranges, flattened as `[lo, hi, lo, hi, …]`.
 */
export type RuneSet = readonly number[];

export const maxRune = 0x10ffff;

/** What Go's decoder yields for every byte that is not part of valid UTF-8. */
export const replacementRune = 0xfffd;

const singles = Array.from({ length: 0x80 }, (_, rune): RuneSet => [rune, rune]);

/** The set of one code point. ASCII ones are always the same object. */
export function oneRune(rune: number): RuneSet {
  return singles[rune] ?? [rune, rune];
}

export const anyRune: RuneSet = [0, maxRune];
export const anyRuneButNewline: RuneSet = [0, 9, 11, maxRune];

/** Sorts and merges ranges given in any order. */
export function normalize(ranges: readonly number[]): RuneSet {
  if (isNormal(ranges)) return ranges;
  const pairs: [number, number][] = [];
  for (let i = 0; i + 1 < ranges.length; i += 2) pairs.push([ranges[i] ?? 0, ranges[i + 1] ?? 0]);
  pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const result: number[] = [];
  for (const [lo, hi] of pairs) {
    const last = result.at(-1);
    if (last !== undefined && lo <= last + 1) result[result.length - 1] = Math.max(last, hi);
    else result.push(lo, hi);
  }
  return result;
}

function isNormal(ranges: readonly number[]): boolean {
  for (let i = 2; i < ranges.length; i += 2) if ((ranges[i] ?? 0) <= (ranges[i - 1] ?? 0) + 1) return false;
  return true;
}

/** Every code point that is not in the set. */
export function negate(set: RuneSet): RuneSet {
  const result: number[] = [];
  let next = 0;
  for (let i = 0; i + 1 < set.length; i += 2) {
    const lo = set[i] ?? 0;
    if (lo > next) result.push(next, lo - 1);
    next = (set[i + 1] ?? 0) + 1;
  }
  if (next <= maxRune) result.push(next, maxRune);
  return result;
}

/** The part of the set within `lo..hi`. */
export function clip(set: RuneSet, lo: number, hi: number): RuneSet {
  const result: number[] = [];
  for (let i = 0; i + 1 < set.length; i += 2) {
    const from = Math.max(lo, set[i] ?? 0);
    const to = Math.min(hi, set[i + 1] ?? 0);
    if (from <= to) result.push(from, to);
  }
  return result;
}

export function contains(set: RuneSet, rune: number): boolean {
  for (let i = 0; i + 1 < set.length; i += 2) {
    if (rune < (set[i] ?? 0)) return false;
    if (rune <= (set[i + 1] ?? 0)) return true;
  }
  return false;
}

export function overlaps(a: RuneSet, b: RuneSet): boolean {
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if ((a[i + 1] ?? 0) < (b[j] ?? 0)) i += 2;
    else if ((b[j + 1] ?? 0) < (a[i] ?? 0)) j += 2;
    else return true;
  }
  return false;
}
