import type { Row } from './measure-expression.ts';
import type { Pattern } from './pattern.ts';
import type { Span } from './span.ts';

/** Bytes that every match contains: one of each set, in this order, the first `from` to `to` bytes after its start. */
export interface Must {
  /** 1 for each byte of the set. */
  readonly sets: readonly Uint8Array[];
  readonly from: number;
  readonly to: number;
  /** All sets are the same. */
  readonly uniform: boolean;
  /** Index of the smallest set. */
  readonly anchor: number;
}

/** What may start anywhere in a longer stretch tells too little. */
const widestPlay = 1024;
/** What tells less is not worth a look. */
const fewestBits = 16;
/** Runs of one set from this length on can be searched by leaps. */
const longRun = 12;

/** The two most telling of the rows, and the longest run of one set. */
export function chooseMusts(
  pattern: Pattern,
  rows: readonly Row[],
): { readonly musts: readonly Must[]; readonly run?: Must } {
  const { flags } = pattern;
  const near = rows.filter((row) => row.to - row.from <= widestPlay);
  const [longest] = near.flatMap((row) => runsOf(row)).sort((a, b) => b.sets.length - a.sets.length);
  const telling = near
    .filter((row) => !isOnlyLiteral(pattern, row))
    .map((row) => createMust(row, flags))
    .filter((must) => bitsOf(must) >= fewestBits)
    .sort((a, b) => bitsOf(b) - bitsOf(a));
  return { musts: telling.slice(0, 2), ...(longest && { run: createMust(longest, flags) }) };
}

/** Whether the row is there wherever the pattern's only literal is. */
function isOnlyLiteral({ literals }: Pattern, { sets }: Row): boolean {
  const [only, other] = literals;
  if (!only || other) return false;
  const text = sets.map((set) => set.replace(/^\\(?=\W)/, '')).join('');
  return only.text.includes(only.caseless ? text.toLowerCase() : text);
}

function createMust({ sets, from, to }: Row, flags: string): Must {
  const members = sets.map((set) => membersOf(set, flags));
  const uniform = members.every((set) => set === members[0]);
  return {
    sets: members,
    from,
    to,
    uniform,
    anchor: members.indexOf(members.reduce((least, set) => (sizeOf(set) < sizeOf(least) ? set : least))),
  };
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

function sizeOf(set: Uint8Array): number {
  return sizes.get(set) ?? set.length;
}

/** Bits of information of random bytes, less where they may stand in many places. */
function bitsOf({ sets, from, to }: Must): number {
  return sets.reduce((sum, set) => sum + 8 - Math.log2(sizeOf(set)), 0) - Math.log2(to - from + 1);
}

const known = new Map<string, Uint8Array>();
const sizes = new WeakMap<Uint8Array, number>();

function membersOf(set: string, flags: string): Uint8Array {
  const relevant = flags.replace(/[^isu]/g, '');
  const key = `${relevant} ${set}`;
  const members = known.get(key) ?? testBytes(new RegExp(`^(?:${set})$`, relevant));
  known.set(key, members);
  if (!sizes.has(members))
    sizes.set(
      members,
      members.reduce((size, one) => size + one, 0),
    );
  return members;
}

function testBytes(expression: RegExp): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => (expression.test(String.fromCharCode(byte)) ? 1 : 0));
}

export function isAt(bytes: Uint8Array, { sets }: Must, start: number): boolean {
  let index = 0;
  while (index < sets.length && sets[index]?.[bytes[start + index] ?? 0] === 1) index++;
  return index === sets.length && start + index <= bytes.length;
}

/** Finds a must in windows that only move forward, so that no byte is looked at twice. */
export class MustCursor {
  private readonly bytes: Uint8Array;
  private readonly must: Must;
  /** The first place at or after the start of the latest window, as far as was looked. */
  private found = -1;
  private looked = 0;

  constructor(bytes: Uint8Array, must: Must) {
    this.bytes = bytes;
    this.must = must;
  }

  /** Whether the must starts in [first, last]; neither may be less than in the call before. */
  isIn(first: number, last: number): boolean {
    if (this.found < first) {
      const from = Math.max(0, first, this.looked);
      if (from > last) return false;
      this.found = findMust(this.bytes, this.must, from, last);
      this.looked = this.found === -1 ? last + 1 : this.found + 1;
    }
    return this.found >= first && this.found <= last;
  }
}

/** Where matches may start as far as one must tells: ascending and apart. */
export function* startsByMust(bytes: Uint8Array, must: Must): Generator<Span> {
  const { sets, uniform, from, to } = must;
  let free = 0;
  for (let at = findMust(bytes, must, 0, bytes.length); at !== -1; at = findMust(bytes, must, at + 1, bytes.length)) {
    const begin = at;
    // In a long run of one set matches may start at every byte.
    if (uniform) while (sets[0]?.[bytes[at + sets.length] ?? 0] === 1 && at + sets.length < bytes.length) at++;
    const start = Math.max(free, begin - to);
    const end = at - from + 1;
    if (start < end) yield { start, end };
    free = Math.max(free, end);
  }
}

function findMust(bytes: Uint8Array, must: Must, first: number, last: number): number {
  const stop = Math.min(last, bytes.length - must.sets.length);
  return must.uniform ? findRun(bytes, must, first, stop) : findRow(bytes, must, first, stop);
}

/** Compares backwards: a byte that is not in the set rules out all places before it. */
function findRun(bytes: Uint8Array, { sets }: Must, first: number, stop: number): number {
  const [set] = sets;
  for (let at = first; at <= stop;) {
    let index = sets.length - 1;
    while (index >= 0 && set?.[bytes[at + index] ?? 0] === 1) index--;
    if (index < 0) return at;
    at += index + 1;
  }
  return -1;
}

/** Compares only where the most telling byte fits. */
function findRow(bytes: Uint8Array, must: Must, first: number, stop: number): number {
  const { sets, anchor } = must;
  const telling = sets[anchor];
  for (let at = first; at <= stop; at++) {
    if (telling?.[bytes[at + anchor] ?? 0] !== 1) continue;
    if (isAt(bytes, must, at)) return at;
  }
  return -1;
}
