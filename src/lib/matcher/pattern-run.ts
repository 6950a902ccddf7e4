import { createMust, isAt, MustCursor, startsByMust, type Must } from './must.ts';
import type { Pattern, PatternMatch } from './pattern.ts';
import { planSearch } from './plan-search.ts';
import { intersectSpans, overlap, widenSpans, type Span } from './span.ts';

/** Trying one offset costs about as much as running the expression over this many bytes. */
const attemptCost = 32;

/** One pattern at work: collects where its literals stand, then runs its expression around them. */
export class PatternRun {
  readonly pattern: Pattern;
  private readonly index: number;
  /** The expression is tried at each offset where a match may start, instead of being run over the bytes from there. */
  private readonly sticky: boolean;
  private readonly hits: number[] = [];
  private expression: RegExp | undefined;
  private ahead = 1;
  private musts: readonly Must[] = [];
  /** One whose place is known as soon as a literal is found. */
  private exact: Must | undefined;
  private longestRun: Must | undefined;

  constructor(pattern: Pattern, index: number) {
    this.pattern = pattern;
    this.index = index;
    this.sticky = pattern.literals.length > 0 && (pattern.lead + 1) * attemptCost <= pattern.maxLength;
  }

  /** Notes that one of the pattern's literals starts at `start`; true for the first since the last search. */
  hit(bytes: Uint8Array, start: number): boolean {
    this.compile();
    if (this.exact && !isAt(bytes, this.exact, start + this.exact.from)) return false;
    return this.hits.push(start) === 1;
  }

  /**
   * Adds the matches around the hits since the last call; with `ranges` those that intersect one.
   * @param latin1 gives the latin1 view of the bytes
   */
  addMatches(
    bytes: Uint8Array,
    latin1: () => string,
    ranges: readonly Span[] | undefined,
    found: PatternMatch[],
  ): void {
    const { hits } = this;
    sortAscending(hits);
    this.keepPlausible(bytes);
    if (hits.length === 0 && this.pattern.literals.length > 0) return;
    if (this.sticky && this.pattern.lead === 0 && !ranges) {
      this.tryAt(latin1(), hits, found);
      hits.length = 0;
      return;
    }
    const own: PatternMatch[] = [];
    const allowed = ranges && widenSpans(ranges, this.pattern.maxLength - 1, 0, bytes.length);
    const possible = this.possibleStarts(bytes, hits);
    hits.length = 0;
    let free = 0;
    for (const span of allowed ? intersectSpans(possible, allowed) : possible) {
      free = this.search(latin1(), Math.max(span.start, free), span.end, own);
    }
    for (const match of own) if (!ranges || ranges.some((range) => overlap(match, range))) found.push(match);
  }

  /** Keeps the hits around which is what every match contains: far cheaper than the expression. */
  private keepPlausible(bytes: Uint8Array): void {
    const { hits } = this;
    const { lead } = this.pattern;
    for (const must of this.musts) {
      const cursor = new MustCursor(bytes, must);
      let kept = 0;
      for (const hit of hits) if (cursor.isIn(hit - lead + must.from, hit + must.to)) hits[kept++] = hit;
      hits.length = kept;
    }
  }

  /** The common case, without building spans: each match begins at a literal. */
  private tryAt(text: string, starts: readonly number[], found: PatternMatch[]): void {
    const expression = this.compile();
    let free = 0;
    for (const start of starts) {
      if (start < free) continue;
      expression.lastIndex = start;
      const match = expression.exec(text);
      if (match) free = this.add(match, found);
    }
  }

  /** Where matches may start: ascending and apart. */
  private possibleStarts(bytes: Uint8Array, hits: readonly number[]): Span[] {
    const { lead, maxLength, literals } = this.pattern;
    if (literals.length === 0) {
      this.compile();
      const must = this.longestRun ?? this.exact ?? this.musts[0];
      return must ? [...startsByMust(bytes, must)] : [{ start: 0, end: bytes.length + 1 }];
    }
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
      if (!match) {
        if (!this.sticky) break;
        from++;
        continue;
      }
      if (match.index >= end) break;
      // What stands beyond the edge could have changed this match: look again with more text.
      if (match.index + match[0].length + this.ahead > stop && stop < size) {
        stop = Math.min(size, stop + (stop - start));
        continue;
      }
      from = Math.max(this.add(match, found), match.index + 1);
    }
    return from;
  }

  private add(match: RegExpExecArray, found: PatternMatch[]): number {
    const end = match.index + match[0].length;
    found.push({
      pattern: this.index,
      start: match.index,
      end,
      groups: match.indices ? [...match.indices] : [[match.index, end]],
    });
    return end;
  }

  private compile(): RegExp {
    if (!this.expression) {
      const { source, flags } = this.pattern;
      const { ahead, captures, ...plan } = this.pattern.plan ?? planSearch(this.pattern);
      const musts = plan.musts.map((must) => createMust(must, flags));
      this.ahead = ahead;
      this.exact = this.pattern.lead === 0 ? musts.find((must) => must.from === must.to) : undefined;
      this.musts = musts.filter((must) => must !== this.exact);
      this.longestRun = plan.run && createMust(plan.run, flags);
      this.expression = new RegExp(source, `${flags}${captures ? 'd' : ''}${this.sticky ? 'y' : 'g'}`);
    }
    return this.expression;
  }
}

/** Literals are found nearly in order. */
function sortAscending(hits: number[]): void {
  for (let index = 1; index < hits.length; index++) {
    if ((hits[index - 1] ?? 0) <= (hits[index] ?? 0)) continue;
    hits.sort((a, b) => a - b);
    return;
  }
}
