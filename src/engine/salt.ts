import { createHash } from 'node:crypto';
import type { OpenTarget } from '../targets/open-target.ts';

/**
 * The key of the hashes that identify secret values. It differs per repository, so that equal values in two
 * repositories can not be linked and no table can be made once for all; it is the same on every clone, so that a
 * baseline holds everywhere.
 * @param chosen the policy's or the baseline's own
 */
export function saltFor(target: OpenTarget, chosen: string | undefined): string {
  if (chosen !== undefined) return chosen;
  const source = target.repositoryId === undefined ? `path:${target.root}` : `repository:${target.repositoryId}`;
  return createHash('sha256').update(`portcullis salt v1\n${source}`).digest('hex');
}
