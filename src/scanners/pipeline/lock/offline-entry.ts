import type { LockEntry } from './lock-entry.ts';
import type { Reference } from './references.ts';

/** What can be said of a name without asking anybody: it is a commit id or a digest, or has its integrity beside it. */
export function offlineEntry({ wanted, pinned, integrity }: Reference): LockEntry | undefined {
  if (pinned !== undefined) return { ...wanted, resolved: pinned };
  return integrity === undefined ? undefined : { ...wanted, integrity };
}
