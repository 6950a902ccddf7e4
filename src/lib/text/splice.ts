/** Replaces the text between two offsets (UTF-16 units, half-open). */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Whether two splices touch the same text; two insertions at one place do. */
export function overlap(a: Splice, b: Splice): boolean {
  if (a.start === b.start && a.end === b.end) return true;
  return a.start < b.end && b.start < a.end;
}

/** Applies splices that do not overlap, in any order. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const ordered = splices.toSorted((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let at = 0;
  for (const splice of ordered) {
    result += text.slice(at, splice.start) + splice.text;
    at = splice.end;
  }
  return result + text.slice(at);
}
