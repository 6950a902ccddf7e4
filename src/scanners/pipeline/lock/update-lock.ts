import { HttpError } from '../../../lib/http/http-error.ts';
import { SourceText } from '../../../lib/text/source-text.ts';
import type { RepositoryFiles } from '../model/repository-files.ts';
import { readPipelines } from '../read-pipelines.ts';
import type { CiLock } from './ci-lock.ts';
import { cachedName, copyPath } from './copy-path.ts';
import { integrityOf } from './integrity.ts';
import { decide, type Decision, type LockChange, type UpdatePolicy } from './lock-change.ts';
import { keyOf, nameOf, type LockEntry } from './lock-entry.ts';
import { lockedContent } from './locked-content.ts';
import { offlineEntry } from './offline-entry.ts';
import { OverlayFiles } from './overlay-files.ts';
import { findReferences, type OpenName, type Reference } from './references.ts';
import { NotFound, type Resolution, type Resolve } from './resolve/resolution.ts';

export interface UpdateOptions extends UpdatePolicy {
  /** Undefined: nobody is asked. */
  readonly resolve?: Resolve;
  /** Names looked up at the same time. */
  readonly parallel?: number;
}

export interface UpdatedLock {
  /** Those with a copy name its path, whether it is kept or not. */
  readonly entries: readonly LockEntry[];
  /** Bytes that were fetched, by the paths of their copies. */
  readonly copies: ReadonlyMap<string, Uint8Array>;
  readonly changes: readonly LockChange[];
  readonly open: readonly OpenName[];
}

/** Includes that include, actions that call actions: more levels are made up. */
const mostRounds = 20;
const mostEntries = 5_000;

/**
 * Makes the lock of a repository's pipelines. What is fetched can name more: that is looked up in the next round.
 * @param old the lock that is there
 */
export async function updateLock(
  files: RepositoryFiles,
  old: CiLock | undefined,
  options: UpdateOptions,
): Promise<UpdatedLock> {
  const update = new Update(files, old, options);
  for (let round = 1; await update.round(round < mostRounds); round++);
  return update.finish();
}

class Update {
  readonly #files: RepositoryFiles;
  readonly #old: CiLock | undefined;
  readonly #options: UpdateOptions;
  readonly #entries = new Map<string, LockEntry>();
  readonly #copies = new Map<string, Uint8Array>();
  readonly #texts = new Map<string, SourceText>();
  /** Whose copy a file is. */
  readonly #owners = new Map<string, string>();
  readonly #changes = new Map<string, LockChange>();
  #open: readonly OpenName[] = [];
  #mayBringMore = false;

  constructor(files: RepositoryFiles, old: CiLock | undefined, options: UpdateOptions) {
    this.#files = files;
    this.#old = old;
    this.#options = options;
  }

  /** Looks up what is named and was not looked up yet; false when none of it can name more. */
  async round(goesOn: boolean): Promise<boolean> {
    const overlay = new OverlayFiles(this.#files, [...this.#entries.values()], this.#texts);
    const { known, open } = findReferences(readPipelines(overlay), overlay);
    this.#open = open;
    const fresh = new Map<string, Reference>();
    for (const reference of known) {
      const key = keyOf(reference.wanted);
      if (!this.#changes.has(key)) fresh.set(key, fresh.get(key) ?? reference);
    }
    const room = goesOn ? Math.max(0, mostEntries - this.#changes.size) : 0;
    const waiting = [...fresh.values()];
    for (const { wanted } of waiting.splice(room)) {
      const detail = 'more is named than is looked up';
      this.#changes.set(keyOf(wanted), { kind: 'unresolved', name: nameOf(wanted), detail });
    }
    this.#mayBringMore = false;
    const lookUp = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await this.#take(next);
    };
    await Promise.all(Array.from({ length: this.#options.parallel ?? 6 }, lookUp));
    this.#remember(known);
    return this.#mayBringMore;
  }

  finish(): UpdatedLock {
    this.#keepHidden();
    return {
      entries: [...this.#entries.values()],
      copies: this.#copies,
      changes: [...this.#changes.values()],
      open: this.#open,
    };
  }

  async #take(reference: Reference): Promise<void> {
    const { wanted } = reference;
    const old = this.#oldEntry(reference);
    const { change, entry, content } = await this.#decide(reference, old);
    this.#changes.set(keyOf(wanted), change);
    if (!entry) return;
    const { via: _, ...own } = entry;
    const path = own.content ?? copyPath(wanted);
    // What was fetched is no copy of an entry that keeps what it was.
    const isCopy = content !== undefined && integrityOf(content) === own.integrity;
    this.#entries.set(keyOf(own), isCopy ? { ...own, content: path } : own);
    if (isCopy) {
      this.#copies.set(path, content);
      this.#texts.set(path, new SourceText(path, new TextDecoder().decode(content)));
    }
    // Only of what has a digest is there a copy that can be read.
    this.#mayBringMore ||= own.integrity !== undefined;
    for (const file of [path, cachedName(own)]) this.#owners.set(file, wanted.address);
  }

  /** An entry for the content itself stands for the name it had before. */
  #oldEntry({ wanted, pinned }: Reference): LockEntry | undefined {
    const old = this.#old?.find(wanted);
    return pinned !== undefined && old?.resolved !== undefined && old.resolved !== pinned ? undefined : old;
  }

  async #decide(
    reference: Reference,
    old: LockEntry | undefined,
  ): Promise<Decision & { readonly content?: Uint8Array }> {
    const { resolve } = this.#options;
    const name = nameOf(reference.wanted);
    try {
      if (resolve) {
        const resolution: Resolution = await resolve(reference, old);
        const decision = decide(reference, old, resolution, this.#options);
        return { ...decision, ...(resolution.content && { content: resolution.content }) };
      }
    } catch (error) {
      if (!(error instanceof HttpError || error instanceof NotFound)) throw error;
      const kept = old ?? offlineEntry(reference);
      return { change: { kind: 'unresolved', name, detail: error.message }, ...(kept && { entry: kept }) };
    }
    const entry = old ?? offlineEntry(reference);
    if (!entry) return { change: { kind: 'unresolved', name, detail: 'it is looked up only with --online' } };
    return { change: { kind: old ? 'same' : 'added', name, detail: 'without asking anybody' }, entry };
  }

  /** What only a copy names says whose copy that is. */
  #remember(known: readonly Reference[]): void {
    const callers = new Map<string, Set<string> | undefined>();
    for (const { wanted, at } of known) {
      const key = keyOf(wanted);
      const owner = this.#owners.get(at.source.uri);
      const others = callers.get(key);
      if (owner === undefined) callers.set(key, undefined);
      else if (others) others.add(owner);
      else if (!callers.has(key)) callers.set(key, new Set([owner]));
    }
    for (const [key, via] of callers) {
      const entry = this.#entries.get(key);
      if (entry && via) this.#entries.set(key, { ...entry, via: [...via].sort() });
    }
  }

  /** What copies that are not at hand name can not be found again. */
  #keepHidden(): void {
    const overlay = new OverlayFiles(this.#files, [...this.#entries.values()], this.#texts);
    const hidden = new Set<string>();
    for (const entry of this.#entries.values()) {
      if (typeof lockedContent(entry, overlay) === 'string') hidden.add(entry.address);
    }
    for (let added = true; added;) {
      added = false;
      for (const entry of this.#old?.entries ?? []) {
        if (this.#entries.has(keyOf(entry)) || !entry.via?.some((address) => hidden.has(address))) continue;
        this.#entries.set(keyOf(entry), entry);
        hidden.add(entry.address);
        added = true;
      }
    }
  }
}
