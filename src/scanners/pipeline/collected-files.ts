import { SourceText } from '../../lib/text/source-text.ts';
import type { RepositoryFiles } from './model/repository-files.ts';

/** Text that is kept in memory, in UTF-16 units; ten thousand workflows are about thirty million. */
const mostText = 100_000_000;

/** The files of a project that pipelines may lead to, kept while it is read. */
export class CollectedFiles implements RepositoryFiles {
  readonly #files = new Map<string, SourceText>();
  #kept = 0;

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
}
