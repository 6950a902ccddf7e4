import type { Requirement } from './pattern.ts';
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

export function createMust({ sets, from, to }: Requirement, flags: string): Must {
  const members = sets.flatMap(([set, count]) => {
    const bytes = membersOf(set, flags);
    return Array.from({ length: count }, () => bytes);
  });
  const uniform = members.every((set) => set === members[0]);
  return {
    sets: members,
    from,
    to,
    uniform,
    anchor: members.indexOf(members.reduce((least, set) => (sizeOf(set) < sizeOf(least) ? set : least))),
  };
}

function sizeOf(set: Uint8Array): number {
  return sizes.get(set) ?? set.length;
}

/** Bits of information of random bytes, less where they may stand in many places. */
export function bitsOf({ sets, from, to }: Must): number {
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
