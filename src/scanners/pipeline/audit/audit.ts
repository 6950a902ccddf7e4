import type { RepositoryFiles } from '../model/repository-files.ts';

/** What rules may ask besides the pipeline itself. */
export interface Audit {
  readonly files: RepositoryFiles;
  readonly now: Date;
}
