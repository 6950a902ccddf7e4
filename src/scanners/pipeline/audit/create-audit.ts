import type { RepositoryFiles } from '../model/repository-files.ts';
import type { Audit } from './audit.ts';

/** @param now when the audit runs, for what expires */
export function createAudit(files: RepositoryFiles, now: Date): Audit {
  return { files, now };
}
