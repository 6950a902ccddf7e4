import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { GitPlace } from '../lib/git/git-command.ts';
import { GitError } from '../lib/git/git-error.ts';
import { readLine } from '../lib/git/locate-repository.ts';
import { runGit } from '../lib/git/run-git.ts';
import { writeWhole } from '../lib/write-whole.ts';

/**
 * Identifies a repository on every clone: the first commit of the line that HEAD stands on. Other roots (of an orphan
 * branch, of a merged project) are not asked for, because which of them are there depends on what was fetched.
 * Undefined before the first commit and in a shallow clone, which does not have it.
 * @param commonDirectory may hold the answer of an earlier call, see `rememberRepositoryId`
 */
export async function findRepositoryId(
  place: GitPlace,
  commonDirectory: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (existsSync(join(commonDirectory, 'shallow'))) return undefined;
  const remembered = readLine(cachePath(commonDirectory)) ?? '';
  if (isId.test(remembered)) return remembered;
  try {
    const found = await runGit(place, ['rev-list', '--first-parent', '--max-parents=0', 'HEAD', '--'], { signal });
    return found.toString('latin1').split('\n')[0];
  } catch (error) {
    if (error instanceof GitError && error.code !== 'unsafe-ownership') return undefined;
    throw error;
  }
}

/**
 * Keeps the answer, for hooks: a long history takes longer to walk than they may. It lies inside the git directory,
 * where whoever can write can also write hooks.
 */
export function rememberRepositoryId(commonDirectory: string, id: string): void {
  const path = cachePath(commonDirectory);
  if (existsSync(path)) return;
  try {
    writeWhole(path, [`${id}\n`], 0o600);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // A repository that can not be written to is walked again the next time.
    if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS') throw error;
  }
}

const isId = /^([0-9a-f]{40}|[0-9a-f]{64})$/;

function cachePath(commonDirectory: string): string {
  return join(commonDirectory, 'portcullis', 'root-commit');
}
