import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SourceText } from '../../lib/text/source-text.ts';
import type { RepositoryFiles } from './model/repository-files.ts';

/** Text that is kept in memory, in UTF-16 units; ten thousand workflows are about thirty million. */
const mostText = 100_000_000;

/** Bytes of one file from a cache, as GitLab's own limit for a configuration. */
const mostCached = 5_000_000;

/** The files of a project that pipelines may lead to, kept while it is read. */
export class CollectedFiles implements RepositoryFiles {
  readonly #files = new Map<string, SourceText>();
  readonly #cached = new Map<string, SourceText | undefined>();
  readonly #cache: string | undefined;
  #kept = 0;

  /** @param cache a directory of files that are called by their digests, `<64 digits>.yml` */
  constructor(cache?: string) {
    this.#cache = cache;
  }

  /** False when there is no room for it any more. */
  add(uri: string, text: string): boolean {
    this.#kept += text.length;
    if (this.#kept > mostText) return false;
    this.#files.set(uri, new SourceText(uri, text));
    return true;
  }

  read(path: string): SourceText | undefined {
    return this.#files.get(path);
  }

  paths(): Iterable<string> {
    return this.#files.keys();
  }

  fromCache(digest: string, uri: string): SourceText | undefined {
    if (this.#cache === undefined) return undefined;
    const key = `${digest} ${uri}`;
    if (!this.#cached.has(key)) this.#cached.set(key, readCached(this.#cache, digest, uri));
    return this.#cached.get(key);
  }
}

function readCached(directory: string, digest: string, uri: string): SourceText | undefined {
  const path = join(directory, `${digest}.yml`);
  try {
    if (statSync(path).size > mostCached) return undefined;
    const bytes = readFileSync(path);
    return digestOf(bytes) === digest ? new SourceText(uri, bytes.toString('utf8')) : undefined;
  } catch {
    // Not there, or not readable: then it is not in the cache.
    return undefined;
  }
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
