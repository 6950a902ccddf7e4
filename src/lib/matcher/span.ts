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
