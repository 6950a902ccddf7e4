import type { Sequence, Unit } from './shape.ts';

/** The literals of which every match of a sequence contains at least one. */
export interface Gate {
  readonly texts: readonly string[];
  /** A match starts at most this many bytes before the literal. */
  readonly lead: number;
}

/** More alternatives than this cost the literal table more than they save. */
const maxTexts = 40;
const minLength = 3;

/** Larger sets of characters are not spelled out. */
const maxChoices = 10;

/** The best gate of a sequence: the longest literals, then the fewest; undefined when it has none of 3 bytes. */
export function findGate(sequence: Sequence): Gate | undefined {
  let best: Gate | undefined;
  let lead = 0;
  for (let from = 0; from < sequence.length;) {
    const run = exactRun(sequence, from);
    const candidate = run.gate ?? unitGate(sequence[from]);
    if (rank(candidate) > rank(best)) best = candidate && { texts: candidate.texts, lead: lead + candidate.lead };
    const next = Math.max(run.end, from + 1);
    lead += maxLength(sequence.slice(from, next));
    from = next;
  }
  return best;
}

function rank(gate: Gate | undefined): number {
  if (gate === undefined) return 0;
  const shortest = Math.min(...gate.texts.map((text) => text.length));
  return shortest < minLength ? 0 : Math.min(shortest, 12) - gate.texts.length / 100;
}

/** The best prefix of the run of units from `from` that have few texts; where the run ends. */
function exactRun(sequence: Sequence, from: number): { gate: Gate | undefined; end: number } {
  let best: Gate | undefined;
  let texts: readonly string[] = [''];
  let end = from;
  for (let unit = sequence[end]; unit !== undefined; unit = sequence[++end]) {
    const next = exactTexts(unit);
    if (next === undefined || texts.length * next.length > maxTexts) break;
    texts = texts.flatMap((head) => next.map((tail) => head + tail));
    const gate = { texts: texts.length > 1 ? [...new Set(texts)] : texts, lead: 0 };
    if (rank(gate) > rank(best)) best = gate;
  }
  return { gate: best, end };
}

/** Every text a unit can be, undefined when there are too many. */
function exactTexts(unit: Unit): readonly string[] | undefined {
  if (unit.kind === 'literal') return [unit.text];
  if (unit.min !== unit.max || unit.min !== 1) return undefined;
  if (unit.kind === 'class') return unit.set.members.length <= maxChoices ? unit.set.members.split('') : undefined;
  const texts: string[] = [];
  for (const alternative of unit.alternatives) {
    const all = sequenceTexts(alternative);
    if (all === undefined) return undefined;
    texts.push(...all);
  }
  return texts;
}

function sequenceTexts(sequence: Sequence): readonly string[] | undefined {
  let texts: readonly string[] = [''];
  for (const unit of sequence) {
    const next = exactTexts(unit);
    if (next === undefined || texts.length * next.length > maxTexts) return undefined;
    texts = texts.flatMap((head) => next.map((tail) => head + tail));
  }
  return texts;
}

/** The gate inside a mandatory group: one literal for each alternative. */
function unitGate(unit: Unit | undefined): Gate | undefined {
  if (unit?.kind !== 'group' || unit.min === 0) return undefined;
  const gates = unit.alternatives.map(findGate);
  const texts: string[] = [];
  let lead = 0;
  for (const gate of gates) {
    if (gate === undefined) return undefined;
    texts.push(...gate.texts);
    lead = Math.max(lead, gate.lead);
  }
  return texts.length > maxTexts
    ? undefined
    : { texts: [...new Set(texts)], lead: lead + (unit.max - 1) * maxLength([unit]) };
}

/** Bytes of the longest match. */
export function maxLength(sequence: Sequence): number {
  let total = 0;
  for (const unit of sequence) {
    if (unit.kind === 'literal') total += unit.text.length;
    else if (unit.kind === 'class') total += unit.max;
    else total += unit.max * Math.max(...unit.alternatives.map(maxLength));
  }
  return total;
}
