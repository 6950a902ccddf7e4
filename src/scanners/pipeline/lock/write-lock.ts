import { keyOf, type LockEntry } from './lock-entry.ts';

/** `ci.lock` as text: sorted, one entry a line, so that a change of one is a change of one line. */
export function writeLock(entries: readonly LockEntry[]): string {
  const lines = entries.toSorted(byKey).map((entry) => `    ${JSON.stringify(ordered(entry))}`);
  return `{\n  "version": 1,\n  "entries": [${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}]\n}\n`;
}

function byKey(a: LockEntry, b: LockEntry): number {
  const [first, second] = [keyOf(a), keyOf(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** The same fields in the same order, whoever made the entry. */
function ordered(entry: LockEntry): LockEntry {
  const { kind, address, file, ref, resolved, version, integrity, size, published, reachable, content, via } = entry;
  const all = { kind, address, file, ref, resolved, version, integrity, size, published, reachable, content, via };
  const known = Object.entries(all).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known) as unknown as LockEntry;
}
