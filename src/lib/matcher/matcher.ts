import { latin1 } from './latin1.ts';
import { createLiteralFinder, firstParts } from './literal-finder.ts';
import type { LiteralParts } from './literal-parts.ts';
import { PatternRun } from './pattern-run.ts';
import type { Literal, Pattern, PatternMatch } from './pattern.ts';
import { isWithin, widenSpans, type Span } from './span.ts';

export interface Matcher {
  /**
   * Every match of every pattern: for each pattern what its expression finds from left to right without overlap in
   * the whole of `bytes`; sorted by start, then by pattern. With `ranges` (ascending, disjoint) only matches that
   * intersect one of them; the search then begins where the first match that reaches into a range could start.
   */
  scan(bytes: Uint8Array, ranges?: readonly Span[]): PatternMatch[];
}

/** @param parts what `planParts` gives for the patterns, if that is known already */
export function createMatcher(patterns: readonly Pattern[], parts?: LiteralParts): Matcher {
  const runs = patterns.map((pattern, index) => new PatternRun(pattern, index));
  const watchers = watch(patterns);
  const finder = createLiteralFinder(
    watchers.map(({ literal }) => literal),
    parts,
  );
  const ungated = runs.filter((run) => run.pattern.literals.length === 0);
  const reach = Math.max(0, ...patterns.map((pattern) => pattern.maxLength));

  return {
    scan(bytes, ranges) {
      const active = [...ungated];
      const note = (literal: number, start: number): void => {
        for (const index of watchers[literal]?.patterns ?? []) {
          const run = runs[index];
          if (!run) continue;
          if (ranges && !isWithin(start, ranges, run.pattern.maxLength - 1)) continue;
          if (run.hit(bytes, start)) active.push(run);
        }
      };
      const whole = { start: 0, end: bytes.length };
      for (const span of widenSpans(ranges ?? [whole], reach, reach, bytes.length)) {
        finder.find(bytes, span.start, span.end, note);
      }
      if (active.length === 0) return [];
      const found: PatternMatch[] = [];
      let text: string | undefined;
      for (const run of active) run.addMatches(bytes, () => (text ??= latin1(bytes)), ranges, found);
      return found.sort((a, b) => a.start - b.start || a.pattern - b.pattern);
    },
  };
}

/** What the search for the literals of the patterns starts with; it can be made when the program is built. */
export function planParts(patterns: readonly Pattern[]): LiteralParts {
  return firstParts(watch(patterns).map(({ literal }) => literal));
}

interface Watched {
  readonly literal: Literal;
  /** The patterns that it gates. */
  readonly patterns: Set<number>;
}

function watch(patterns: readonly Pattern[]): Watched[] {
  const watched = new Map<string, Watched>();
  for (const [index, { literals }] of patterns.entries()) {
    for (const literal of literals) {
      const key = `${literal.caseless} ${literal.text}`;
      const known = watched.get(key);
      if (known) known.patterns.add(index);
      else watched.set(key, { literal, patterns: new Set([index]) });
    }
  }
  return [...watched.values()];
}
