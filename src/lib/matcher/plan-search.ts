import { measureExpression, type Row } from './measure-expression.ts';
import { bitsOf, createMust } from './must.ts';
import type { Pattern, Requirement, SearchPlan } from './pattern.ts';

/** What may start anywhere in a longer stretch tells too little. */
const widestPlay = 1024;
/** What tells less is not worth a look. */
const fewestBits = 16;
/** Runs of one set from this length on can be searched by leaps. */
const longRun = 12;

/**
 * Chooses what a search for the pattern is held to: the two most telling rows of its expression, and the longest run of
 * one set. Takes some hundred microseconds, so it is done once for rules that are used often.
 */
export function planSearch(pattern: Pattern): SearchPlan {
  const { source, flags } = pattern;
  const { ahead, captures, rows } = measureExpression(source);
  const near = rows.filter((row) => row.to - row.from <= widestPlay);
  const [longest] = near.flatMap((row) => runsOf(row)).sort((a, b) => b.sets.length - a.sets.length);
  const musts = near
    .filter((row) => !isOnlyLiteral(pattern, row))
    .map((row) => requirementOf(row))
    .map((requirement) => ({ requirement, bits: bitsOf(createMust(requirement, flags)) }))
    .filter(({ bits }) => bits >= fewestBits)
    .sort((a, b) => b.bits - a.bits)
    .slice(0, 2)
    .map(({ requirement }) => requirement);
  return { ahead, captures, musts, ...(longest && { run: requirementOf(longest) }) };
}

function requirementOf({ sets, from, to }: Row): Requirement {
  const counted: [set: string, count: number][] = [];
  for (const set of sets) {
    const last = counted.at(-1);
    if (last?.[0] === set) last[1]++;
    else counted.push([set, 1]);
  }
  return { sets: counted, from, to };
}

/** Whether the row is there wherever the pattern's only literal is. */
function isOnlyLiteral({ literals }: Pattern, { sets }: Row): boolean {
  const [only, other] = literals;
  if (!only || other) return false;
  const text = sets.map((set) => set.replace(/^\\(?=\W)/, '')).join('');
  return only.text.includes(only.caseless ? text.toLowerCase() : text);
}

/** The parts of a row that repeat one set. */
function runsOf(row: Row): Row[] {
  const runs: Row[] = [];
  let start = 0;
  for (let at = 1; at <= row.sets.length; at++) {
    if (row.sets[at] === row.sets[start]) continue;
    if (at - start >= longRun)
      runs.push({ sets: row.sets.slice(start, at), from: row.from + start, to: row.to + start });
    start = at;
  }
  return runs;
}
