/** Half-open range of offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Widens each span on both sides, within [0, size), and joins those that then touch. `spans` is ascending. */
export function widenSpans(spans: readonly Span[], before: number, after: number, size: number): Span[] {
  const wide: Span[] = [];
  for (const span of spans) {
    const start = Math.max(0, span.start - before);
    const end = Math.min(size, span.end + after);
    const last = wide.at(-1);
    if (last && start <= last.end) wide[wide.length - 1] = { start: last.start, end: Math.max(end, last.end) };
    else wide.push({ start, end });
  }
  return wide;
}

/** What two ascending lists of disjoint spans have in common. */
export function intersectSpans(a: readonly Span[], b: readonly Span[]): Span[] {
  const common: Span[] = [];
  let [i, j] = [0, 0];
  for (let left = a[i], right = b[j]; left && right; left = a[i], right = b[j]) {
    const start = Math.max(left.start, right.start);
    const end = Math.min(left.end, right.end);
    if (start < end) common.push({ start, end });
    if (left.end < right.end) i++;
    else j++;
  }
  return common;
}

export function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether a place is in one of the spans or at most `distance` away from it. `spans` is ascending and disjoint. */
export function isWithin(place: number, spans: readonly Span[], distance: number): boolean {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) + distance <= place) low = middle + 1;
    else high = middle;
  }
  const next = spans[low];
  return next !== undefined && next.start - distance <= place;
}
