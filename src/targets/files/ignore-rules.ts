import ignore, { type Ignore } from 'ignore';
import { lstatSync, readFileSync } from 'node:fs';
import type { FileName } from '../file-name.ts';

/** The `.gitignore` of one directory and of those above it, as far as they belong to the walk. */
export interface IgnoreRules {
  readonly rules: Ignore;
  /** Directory of the file relative to the root of the walk, '' for the root itself. */
  readonly base: string;
  readonly above: IgnoreRules | undefined;
}

const largestIgnoreFile = 1_000_000;
const mostStars = 3;

/** Adds the rules of `base`, whose `.gitignore` is `file`. */
export function readIgnoreRules(file: FileName, base: string, above: IgnoreRules | undefined): IgnoreRules | undefined {
  if (lstatSync(file).size > largestIgnoreFile) return above;
  const lines = readFileSync(file, 'utf8').split(/\r?\n/);
  return { rules: ignore().add(lines.filter((line) => isCheap(line))), base, above };
}

/** Whether the nearest rule that speaks of the path excludes it; directories are named with a trailing `/`. */
export function isIgnored(rules: IgnoreRules | undefined, path: string): boolean {
  for (let level = rules; level; level = level.above) {
    const inside = level.base === '' ? path : path.slice(level.base.length + 1);
    const { ignored, unignored } = level.rules.test(inside);
    if (ignored || unignored) return ignored;
  }
  return false;
}

/**
 * `ignore` turns a rule into a backtracking expression, which takes time to the power of its stars. A rule with more of
 * them than people write is not obeyed: its files are looked at instead of hanging the scan.
 */
function isCheap(line: string): boolean {
  return (line.match(/\*+/g)?.length ?? 0) <= mostStars;
}
