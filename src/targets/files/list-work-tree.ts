import { lstatSync } from 'node:fs';
import { GitError } from '../../lib/git/git-error.ts';
import { withoutPlace } from '../../lib/git/git-environment.ts';
import { runGit } from '../../lib/git/run-git.ts';
import { type FileName, joinName, showName, splitNames } from '../file-name.ts';
import { type FileListing, unknownAt } from '../listing.ts';
import { walkDirectory } from './walk-directory.ts';

/** Each nested repository costs a process. */
const mostRepositories = 500;

/**
 * Lists the files of a directory. In a git work tree: the tracked ones, and the untracked ones that are not ignored, as
 * git itself decides; submodules and nested repositories by their own rules. Elsewhere: what a walk finds.
 * A submodule that is not checked out holds no files and is passed over.
 */
export async function listWorkTree(
  root: string,
  env: NodeJS.ProcessEnv,
  listing: FileListing,
  signal: AbortSignal,
): Promise<void> {
  const waiting: FileName[] = [''];
  for (let count = 0; waiting.length > 0; count++) {
    const directory = waiting.pop() ?? '';
    if (count > mostRepositories) {
      const message = `more than ${mostRepositories} nested repositories`;
      listing.unknowns.push(unknownAt(showName(directory), 'limit', message));
      return;
    }
    const names = await namesByGit(root, directory, count === 0 ? env : withoutPlace(env), listing, signal);
    const nested = names ? addAll(root, directory, names, listing) : walkDirectory(root, directory, listing, signal);
    waiting.push(...nested);
  }
}

/** Names relative to `directory`; undefined when git does not say and the directory must be walked. */
async function namesByGit(
  root: string,
  directory: FileName,
  env: NodeJS.ProcessEnv,
  listing: FileListing,
  signal: AbortSignal,
): Promise<FileName[] | undefined> {
  if (typeof directory !== 'string') return undefined;
  const place = { directory: directory === '' ? root : `${root}/${directory}`, env };
  try {
    const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'];
    const names = splitNames(await runGit(place, args, { signal }));
    // An ignored directory that was asked for by name is meant.
    if (names.length === 0 && directory === '' && (await isIgnoredByGit(place, signal))) return undefined;
    return names;
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    if (error.code === 'not-a-repository') return undefined;
    if (error.code === 'unsafe-ownership' && directory === '') throw error;
    listing.unknowns.push(unknownAt(directory, 'unsupported', `tracked files may be passed over: ${error.message}`));
    return undefined;
  }
}

async function isIgnoredByGit(
  place: { directory: string; env: NodeJS.ProcessEnv },
  signal: AbortSignal,
): Promise<boolean> {
  try {
    await runGit(place, ['check-ignore', '-q', '.'], { signal });
    return true;
  } catch (error) {
    if (error instanceof GitError) return false;
    throw error;
  }
}

/** Adds the files among the names; gives the repositories among them. */
function addAll(root: string, directory: FileName, names: readonly FileName[], listing: FileListing): FileName[] {
  const repositories: FileName[] = [];
  const parents = new RealParents(root);
  for (const given of names) {
    const name = joinName(directory, withoutSlash(given));
    if (!parents.contain(name)) continue;
    const stats = listing.add(name);
    if (stats?.isDirectory() && isRepository(joinName(root, name))) repositories.push(name);
  }
  return repositories;
}

/** git marks a nested repository by a slash. */
function withoutSlash(name: FileName): FileName {
  if (typeof name === 'string') return name.endsWith('/') ? name.slice(0, -1) : name;
  return name.at(-1) === 47 ? name.subarray(0, -1) : name;
}

function isRepository(directory: FileName): boolean {
  return lstatSync(joinName(directory, '.git'), { throwIfNoEntry: false }) !== undefined;
}

/**
 * git lists a tracked file below a directory that has become a symbolic link; the file system would then lead out of
 * the tree.
 */
class RealParents {
  private readonly root: string;
  private readonly known = new Map<string, boolean>([['', true]]);

  constructor(root: string) {
    this.root = root;
  }

  contain(name: FileName): boolean {
    const path = typeof name === 'string' ? name : name.toString('latin1');
    return this.isReal(path.slice(0, Math.max(0, path.lastIndexOf('/'))), typeof name === 'string' ? 'utf8' : 'latin1');
  }

  private isReal(directory: string, encoding: 'utf8' | 'latin1'): boolean {
    const seen = this.known.get(directory);
    if (seen !== undefined) return seen;
    const above = directory.slice(0, Math.max(0, directory.lastIndexOf('/')));
    const path = joinName(this.root, encoding === 'utf8' ? directory : Buffer.from(directory, 'latin1'));
    const real = this.isReal(above, encoding) && lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
    this.known.set(directory, real);
    return real;
  }
}
