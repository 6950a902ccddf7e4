import { latin1 } from './latin1.ts';
import { createLiteralFinder } from './literal-finder.ts';
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

export function createMatcher(patterns: readonly Pattern[]): Matcher {
  const runs = patterns.map((pattern, index) => new PatternRun(pattern, index));
  const literals = new Map<string, { literal: Literal; runs: PatternRun[] }>();
  for (const run of runs) {
    for (const literal of run.pattern.literals) {
      const key = `${literal.caseless} ${literal.text}`;
      const entry = literals.get(key) ?? { literal, runs: [] };
      if (!entry.runs.includes(run)) entry.runs.push(run);
      literals.set(key, entry);
    }
  }
  const watchers = [...literals.values()];
  const finder = createLiteralFinder(watchers.map((watcher) => watcher.literal));
  const ungated = runs.filter((run) => run.pattern.literals.length === 0);
  const reach = Math.max(0, ...patterns.map((pattern) => pattern.maxLength));

  return {
    scan(bytes, ranges) {
      const active = [...ungated];
      const note = (literal: number, start: number): void => {
        for (const run of watchers[literal]?.runs ?? []) {
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
