import { SourceText } from '../../../lib/text/source-text.ts';
import type { RepositoryFiles } from '../model/repository-files.ts';
import { lockFile } from './ci-lock.ts';
import type { LockEntry } from './lock-entry.ts';
import { writeLock } from './write-lock.ts';

/** The files of a repository as if a lock and copies were there already. */
export class OverlayFiles implements RepositoryFiles {
  readonly #files: RepositoryFiles;
  readonly #over: ReadonlyMap<string, SourceText>;

  /** @param copies texts by their paths */
  constructor(files: RepositoryFiles, entries: readonly LockEntry[], copies: ReadonlyMap<string, SourceText>) {
    this.#files = files;
    this.#over = new Map([...copies, [lockFile, new SourceText(lockFile, writeLock(entries))]]);
  }

  read(path: string): SourceText | undefined {
    return this.#over.get(path) ?? this.#files.read(path);
  }

  *paths(): Iterable<string> {
    for (const path of this.#files.paths()) if (!this.#over.has(path)) yield path;
    yield* this.#over.keys();
  }

  fromCache(digest: string, uri: string): SourceText | undefined {
    return this.#files.fromCache?.(digest, uri);
  }
}
