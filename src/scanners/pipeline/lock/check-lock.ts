import type { TextRange } from '../../../lib/text/source-text.ts';
import { isCommit } from '../github/action-reference.ts';
import type { RepositoryFiles } from '../model/repository-files.ts';
import type { CiLock } from './ci-lock.ts';
import { hasIntegrity } from './integrity.ts';
import { keyOf, nameOf, type LockEntry } from './lock-entry.ts';
import type { Reference } from './references.ts';

/** Where definition, lock and copies say different things. */
export interface Discrepancy {
  /** `content`: a copy is not what the lock names; `absent`: it is not there at all. */
  readonly kind: 'missing' | 'changed' | 'content' | 'absent';
  readonly message: string;
  readonly at: TextRange;
}

/** Compares what pipelines name with what the lock knows of it, and the copies with their digests. No network. */
export function* checkLock(
  references: readonly Reference[],
  lock: CiLock,
  files: RepositoryFiles,
): Generator<Discrepancy> {
  const seen = new Set<string>();
  for (const reference of references) {
    const { wanted, pinned, at } = reference;
    const key = JSON.stringify([keyOf(wanted), pinned]);
    if (seen.has(key)) continue;
    seen.add(key);
    const entry = lock.find(wanted);
    const message = entry ? contradiction(reference, entry) : undefined;
    if (message !== undefined) yield { kind: 'changed', message, at };
    if (entry) continue;
    // Commit ids tell nobody what was updated.
    const others = lock.refsOf(wanted).flatMap(({ ref = 'no version' }) => (isCommit(ref) ? [] : [ref]));
    const instead = others.length === 0 ? '' : `; it has ${others.slice(0, 3).join(', ')}`;
    yield { kind: 'missing', message: `${nameOf(wanted)} is not in ci.lock${instead}`, at };
  }
  for (const entry of lock.entries) yield* checkCopy(entry, lock, files);
}

function contradiction({ wanted, pinned, integrity }: Reference, entry: LockEntry): string | undefined {
  const name = nameOf(wanted);
  if (pinned !== undefined && entry.resolved !== undefined && pinned !== entry.resolved) {
    return `${name} is ${pinned.slice(0, 19)} here and ${entry.resolved.slice(0, 19)} in ci.lock`;
  }
  if (integrity !== undefined && entry.integrity !== undefined && integrity !== entry.integrity) {
    return `${name} has another integrity here than in ci.lock`;
  }
  return entry.resolved === undefined && entry.integrity === undefined
    ? `ci.lock does not say what ${name} is`
    : undefined;
}

function* checkCopy(entry: LockEntry, lock: CiLock, files: RepositoryFiles): Generator<Discrepancy> {
  const { content, integrity } = entry;
  if (content === undefined) return;
  const copy = files.read(content);
  const at = lock.at(entry);
  if (!copy) yield { kind: 'absent', message: `${content}, the copy of ${nameOf(entry)}, is not there`, at };
  else if (integrity === undefined || !hasIntegrity(copy.text, integrity)) {
    yield { kind: 'content', message: `${content} is not the copy of ${nameOf(entry)} that ci.lock names`, at };
  }
}
