import { nameOf, type LockEntry } from './lock-entry.ts';
import type { Reference } from './references.ts';
import type { Resolution } from './resolve/resolution.ts';
import { isExactVersion } from './resolve/versions.ts';

/**
 * What became of one name. `moved`: an exact version is something else than it was, as when a publisher was taken over.
 * `newer`: a name that is meant to follow releases has followed one; the lock keeps the old. `young`: what it is now is
 * too new, `refused`: and there is nothing older to keep. `foreign`: a commit that no branch or tag of the repository has.
 */
export interface LockChange {
  readonly kind: 'same' | 'added' | 'updated' | 'newer' | 'moved' | 'young' | 'refused' | 'foreign' | 'unresolved';
  readonly name: string;
  /** A clause with the specifics. */
  readonly detail: string;
}

export interface UpdatePolicy {
  readonly now: Date;
  /** Milliseconds that something has to be public before it is taken. */
  readonly minAge: number;
  /** Takes what names that follow releases stand for now. */
  readonly update: boolean;
  /** Takes exact versions that are something else now. */
  readonly acceptMoved: boolean;
}

export interface Decision {
  readonly change: LockChange;
  /** What the lock says from now on; undefined when nothing may be said. */
  readonly entry?: LockEntry;
}

/** Decides between what the lock says of a name and what it stands for now. */
export function decide(
  { wanted, integrity }: Reference,
  old: LockEntry | undefined,
  { entry, movedTag }: Resolution,
  policy: UpdatePolicy,
): Decision {
  const name = nameOf(wanted);
  const now = contentOf(entry);
  const then = old && contentOf(old);
  const because = (kind: LockChange['kind'], detail: string): LockChange => ({ kind, name, detail });
  const isSame = then === now;
  if (integrity !== undefined && entry.integrity !== undefined && integrity !== entry.integrity) {
    const change = because('moved', `is ${entry.integrity} and should be ${integrity}, as the definition says`);
    return { change, ...(old && { entry: old }) };
  }
  const isMoved = old !== undefined && (movedTag !== undefined || (!isSame && isExactVersion(wanted.ref ?? '')));
  if (isMoved && !policy.acceptMoved) {
    const detail =
      movedTag === undefined || !isSame
        ? `was ${short(then)} and is ${short(now)}`
        : `was ${movedTag}, and that tag names another commit now`;
    return { change: because('moved', detail), entry: old };
  }
  const foreign = entry.reachable === false;
  const detail = foreign ? `${short(now)} is in no branch or tag of the repository` : `is ${short(now)}`;
  if (isSame) return { change: because(foreign ? 'foreign' : 'same', detail), entry: old ? merged(old, entry) : entry };
  if (isYoung(entry, policy)) {
    const date = `is of ${entry.published ?? ''}`;
    if (!old) return { change: because('refused', date) };
    return { change: because('young', `${date}; ${short(then)} is kept`), entry: old };
  }
  if (old && !policy.update && !isMoved) {
    return { change: because('newer', `is ${short(now)} now; ${short(then)} is kept`), entry: old };
  }
  return { change: because(foreign ? 'foreign' : old ? 'updated' : 'added', detail), entry };
}

/** What was found out before stays, and where its copy is. */
function merged(old: LockEntry, now: LockEntry): LockEntry {
  const { content } = old;
  return { ...old, ...now, ...(content !== undefined && { content }) };
}

function contentOf({ resolved, integrity, kind }: LockEntry): string {
  const isFile = kind === 'include' || kind === 'template';
  return (isFile ? integrity : resolved) ?? integrity ?? '';
}

function isYoung({ published }: LockEntry, { now, minAge }: UpdatePolicy): boolean {
  return published !== undefined && minAge > 0 && now.getTime() - new Date(published).getTime() < minAge;
}

function short(content: string | undefined): string {
  return (content ?? 'nothing').slice(0, 19);
}
