import type { SourceText } from '../../../lib/text/source-text.ts';

/** The files of the target that a pipeline may lead to. Paths are relative to its root, with `/`. */
export interface RepositoryFiles {
  /** Undefined when the target has no such file, or none that was kept. */
  read(path: string): SourceText | undefined;
  paths(): Iterable<string>;
  /**
   * Content from elsewhere that was kept outside of the repository.
   * @param digest SHA-256, hexadecimal
   * @param uri what it is called in findings
   */
  fromCache?(digest: string, uri: string): SourceText | undefined;
}
