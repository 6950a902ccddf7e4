import type { ByteRun } from './measure-expression.ts';
import type { Span } from './span.ts';

/** Whether the run starts somewhere in [first, last]. Looks at one byte in `least` and around those that fit. */
export function hasRun(bytes: Uint8Array, run: ByteRun, first: number, last: number): boolean {
  return findRun(bytes, run, Math.max(0, first), Math.min(bytes.length, last + run.least)) !== undefined;
}

/** Where matches may start by their runs alone: ascending and apart. */
export function* startsByRuns(bytes: Uint8Array, run: ByteRun): Generator<Span> {
  let from = 0;
  let free = 0;
  for (let found = findRun(bytes, run, from, bytes.length); found; found = findRun(bytes, run, from, bytes.length)) {
    from = found.end;
    const start = Math.max(free, found.start - run.to);
    const end = found.end - run.least - run.from + 1;
    if (start < end) yield { start, end };
    free = Math.max(free, end);
  }
}

/** The first stretch of at least `least` members within [start, end), in its full length there. */
function findRun(bytes: Uint8Array, { members, least }: ByteRun, start: number, end: number): Span | undefined {
  let floor = start;
  let at = start + least - 1;
  while (at < end) {
    if (members[bytes[at] ?? 0] === 0) {
      floor = at + 1;
      at += least;
      continue;
    }
    let first = at;
    while (first > floor && members[bytes[first - 1] ?? 0] === 1) first--;
    let last = at + 1;
    const enough = first + least;
    while (last < end && last < enough && members[bytes[last] ?? 0] === 1) last++;
    if (last - first >= least) {
      while (last < end && members[bytes[last] ?? 0] === 1) last++;
      return { start: first, end: last };
    }
    floor = last;
    at = last + least - 1;
  }
  return undefined;
}
