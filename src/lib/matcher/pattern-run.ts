import { measureLookAhead } from './look-ahead.ts';
import type { Pattern, PatternMatch } from './pattern.ts';
import { intersectSpans, overlap, widenSpans, type Span } from './span.ts';

/** Trying one offset costs about as much as running the expression over this many bytes. */
const attemptCost = 32;

/** One pattern at work: collects where its literals stand, then runs its expression around them. */
export class PatternRun {
  readonly pattern: Pattern;
  private readonly index: number;
  /** The expression is tried at each offset where a match may start, instead of being run over the bytes from there. */
  private readonly sticky: boolean;
  private hits: number[] = [];
  private expression: RegExp | undefined;
  private ahead = 1;

  constructor(pattern: Pattern, index: number) {
    this.pattern = pattern;
    this.index = index;
    this.sticky = pattern.literals.length > 0 && (pattern.lead + 1) * attemptCost <= pattern.maxLength;
  }

  /** Notes that one of the pattern's literals starts at `start`. */
  hit(start: number): void {
    this.hits.push(start);
  }

  /** Matches in `text` around the hits since the last call. */
  matches(text: string, ranges: readonly Span[] | undefined): PatternMatch[] {
    const { maxLength } = this.pattern;
    const allowed = ranges && widenSpans(ranges, maxLength - 1, 0, text.length);
    const possible = this.possibleStarts(text.length);
    const found: PatternMatch[] = [];
    let free = 0;
    for (const span of allowed ? intersectSpans(possible, allowed) : possible) {
      free = this.search(text, Math.max(span.start, free), span.end, found);
    }
    return ranges ? found.filter((match) => ranges.some((range) => overlap(match, range))) : found;
  }

  /** Where matches may start: ascending and apart. */
  private possibleStarts(size: number): Span[] {
    const { lead, maxLength, literals } = this.pattern;
    if (literals.length === 0) return [{ start: 0, end: size + 1 }];
    const hits = this.hits.sort((a, b) => a - b);
    this.hits = [];
    // Spans are joined when a run from one would reach the next, else the cost would grow with the square of the hits.
    const gap = this.sticky ? 0 : maxLength;
    const spans: { readonly start: number; end: number }[] = [];
    for (const hit of hits) {
      const last = spans.at(-1);
      const start = Math.max(0, hit - lead);
      if (last && start <= last.end + gap) last.end = hit + 1;
      else spans.push({ start, end: hit + 1 });
    }
    return spans;
  }

  /** Adds the matches that start in [start, end); gives where the next search may begin. */
  private search(text: string, start: number, end: number, found: PatternMatch[]): number {
    const expression = this.compile();
    const size = text.length;
    let from = start;
    let stop = this.sticky ? size : Math.min(size, end + this.pattern.maxLength + this.ahead);
    while (from < end) {
      expression.lastIndex = from;
      const match = expression.exec(stop < size ? text.slice(0, stop) : text);
      if (!match?.indices) {
        if (!this.sticky) break;
        from++;
        continue;
      }
      if (match.index >= end) break;
      const matchEnd = match.index + match[0].length;
      // What stands beyond the edge could have changed this match: look again with more text.
      if (matchEnd + this.ahead > stop && stop < size) {
        stop = Math.min(size, stop + (stop - start));
        continue;
      }
      found.push({ pattern: this.index, start: match.index, end: matchEnd, groups: [...match.indices] });
      from = Math.max(matchEnd, match.index + 1);
    }
    return from;
  }

  private compile(): RegExp {
    if (!this.expression) {
      this.ahead = measureLookAhead(this.pattern.source);
      this.expression = new RegExp(this.pattern.source, `${this.pattern.flags}d${this.sticky ? 'y' : 'g'}`);
    }
    return this.expression;
  }
}
