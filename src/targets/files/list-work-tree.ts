import { lstatSync } from 'node:fs';
import type { GitPlace } from '../../lib/git/git-command.ts';
import { withoutPlace } from '../../lib/git/git-environment.ts';
import { GitError } from '../../lib/git/git-error.ts';
import { locateRepository } from '../../lib/git/locate-repository.ts';
import { runGit } from '../../lib/git/run-git.ts';
import { type FileName, joinName, showName, splitNames } from '../file-name.ts';
import { isInside } from '../is-inside.ts';
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
  const passedOver = (reason: string, why: string): undefined => {
    listing.unknowns.push(unknownAt(directory, reason, `tracked files that are ignored may be passed over: ${why}`));
    return undefined;
  };
  try {
    const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'];
    const [listed, top] = await Promise.all([
      runGit(place, args, { signal }),
      runGit(place, ['rev-parse', '--show-toplevel'], { signal }),
    ]);
    // By its configuration a repository can claim to be about some other directory.
    const isElsewhere = !isInside(top.toString('utf8').replace(/\n$/, ''), place.directory);
    if (isElsewhere) return passedOver('unreadable', 'the repository has its work tree elsewhere');
    // An ignored directory that was asked for by name is meant.
    if (listed.length === 0 && directory === '' && (await isIgnoredByGit(place, signal))) return undefined;
    return splitNames(listed);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    if (error.code === 'unsafe-ownership' && directory === '') throw error;
    const isUnderGit = locateRepository(place.directory, env, place.directory)?.workTree !== undefined;
    if (!isUnderGit) return undefined;
    return passedOver(error.code === 'not-a-repository' ? 'unreadable' : 'unsupported', error.message);
  }
}

async function isIgnoredByGit(place: GitPlace, signal: AbortSignal): Promise<boolean> {
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
    const real = this.isReal(above, encoding) && isDirectory(path);
    this.known.set(directory, real);
    return real;
  }
}

/** What may not be looked at passes: whoever reads the files in it will say so. */
function isDirectory(path: FileName): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return error.code !== 'ENOTDIR';
    throw error;
  }
}
