import { oncePer } from '../../../lib/once-per.ts';
import type { SourceText, TextRange } from '../../../lib/text/source-text.ts';
import type { RepositoryFiles } from '../model/repository-files.ts';
import { keyOf, lockKinds, type LockEntry, type LockKind, type Wanted } from './lock-entry.ts';

/** At the top of a repository: what the names in its pipelines stood for when somebody looked. */
export const lockFile = 'ci.lock';

export class CiLock {
  readonly source: SourceText;
  readonly entries: readonly LockEntry[];
  readonly #byKey: ReadonlyMap<string, LockEntry>;
  readonly #byAddress: ReadonlyMap<string, readonly LockEntry[]>;

  constructor(source: SourceText, entries: readonly LockEntry[]) {
    this.source = source;
    this.entries = entries;
    this.#byKey = new Map(entries.map((entry) => [keyOf(entry), entry]));
    const byAddress = new Map<string, LockEntry[]>();
    for (const entry of entries) {
      const others = byAddress.get(placeOf(entry));
      if (others) others.push(entry);
      else byAddress.set(placeOf(entry), [entry]);
    }
    this.#byAddress = byAddress;
  }

  /** The entry of a name; a name that says the content itself may be the result of another. */
  find(wanted: Wanted): LockEntry | undefined {
    const exact = this.#byKey.get(keyOf(wanted));
    return exact ?? this.refsOf(wanted).find(({ resolved }) => resolved !== undefined && resolved === wanted.ref);
  }

  /** The entries of the same thing under any ref. */
  refsOf(wanted: Wanted): readonly LockEntry[] {
    return this.#byAddress.get(placeOf(wanted)) ?? [];
  }

  /** Where an entry is written. */
  at({ address }: LockEntry): TextRange {
    const { text } = this.source;
    const start = Math.max(0, text.indexOf(JSON.stringify(address)));
    return { source: this.source, start, end: Math.min(text.length, start + JSON.stringify(address).length) };
  }
}

/** The lock of a repository: undefined without one, `broken` when it is not understood. */
export function readLock(files: RepositoryFiles): CiLock | 'broken' | undefined {
  const source = files.read(lockFile);
  return source && parseLock(source);
}

const parseLock = oncePer((source: SourceText): CiLock | 'broken' => {
  try {
    const { entries } = JSON.parse(source.text) as { readonly entries?: unknown };
    if (Array.isArray(entries) && entries.every(isEntry)) return new CiLock(source, entries);
  } catch {
    // It is not JSON, or no mapping.
  }
  return 'broken';
});

const texts = ['address', 'ref', 'file', 'resolved', 'version', 'integrity', 'published', 'content'] as const;

function isEntry(value: unknown): value is LockEntry {
  if (typeof value !== 'object' || value === null) return false;
  const entry = value as Readonly<Record<string, unknown>>;
  const { kind, address, size, reachable, via } = entry;
  const hasTexts = texts.every((field) => ['string', 'undefined'].includes(typeof entry[field]));
  const hasNumber = size === undefined || (typeof size === 'number' && Number.isSafeInteger(size));
  const hasList = via === undefined || (Array.isArray(via) && via.every((item) => typeof item === 'string'));
  const isKnown = typeof kind === 'string' && lockKinds.includes(kind as LockKind) && typeof address === 'string';
  return isKnown && hasTexts && hasNumber && hasList && ['boolean', 'undefined'].includes(typeof reachable);
}

function placeOf({ kind, address, file }: Wanted): string {
  return keyOf({ kind, address, ...(file !== undefined && { file }) });
}
