import type { Statement } from '../audit/run-rules.ts';
import { isCachedName } from '../lock/copy-path.ts';
import type { CiLock } from '../lock/ci-lock.ts';
import type { Issue } from '../rule.ts';

/** Leaves out fixes of copies from elsewhere: they are repaired where they come from. */
export function* ownedFixes(statements: Iterable<Statement>, lock: CiLock | undefined): Generator<Statement> {
  const copies = new Set(lock?.entries.flatMap(({ content }) => content ?? []));
  const isCopy = (uri: string): boolean => copies.has(uri) || isCachedName(uri);
  for (const statement of statements) {
    const { verdict } = statement;
    if ('undecided' in verdict || !verdict.fixes || !lock) {
      yield statement;
      continue;
    }
    const fixes = verdict.fixes.filter(({ edits }) => !edits.some(({ at }) => isCopy(at.source.uri)));
    const owned: Issue = { ...verdict, fixes };
    yield { ...statement, verdict: owned };
  }
}
