import { gitEnvironment } from '../lib/git/git-environment.ts';
import { locateObjects } from '../lib/git/objects/locate-objects.ts';
import { openRepository, type Repository } from '../lib/git/repository.ts';
import { runGit } from '../lib/git/run-git.ts';
import { InputError } from '../model/input-error.ts';
import type { Entry, Target } from '../model/target.ts';
import { showPath } from './file-name.ts';
import { asInputError } from './git-input-error.ts';
import { toBatches } from './listing.ts';
import { formatRef } from './objects/object-ref.ts';
import { openRoot } from './open-root.ts';
import type { OpenTarget } from './open-target.ts';
import { findRepositoryId } from './repository-id.ts';
import { revisionOf } from './revision.ts';

/** All files as they were where HEAD and a revision parted, read from git's objects without touching the work tree. */
export async function openTree(
  target: Extract<Target, { kind: 'tree' }>,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<OpenTarget> {
  const root = openRoot(target.root);
  try {
    const repository = await openRepository({ directory: root, env: gitEnvironment(env, process.cwd()) }, signal);
    const commit = await findMergeBase(repository, target.revision, signal);
    return {
      description: `the files at ${commit.slice(0, 12)}`,
      root: repository.workTree ?? root,
      revision: { ...revisionOf(repository), commit },
      repositoryId: await findRepositoryId(repository.place, repository.commonDirectory, signal),
      reader: { kind: 'objects', store: locateObjects(repository, repository.place.env, repository.format) },
      async *list(listSignal) {
        const args = ['ls-tree', '-r', '-l', '-z', '--full-tree', commit];
        const listing = await runGit(repository.place, args, { signal: listSignal });
        yield* toBatches(listing.toString('latin1').split('\0').flatMap(entryOf), []);
      },
    };
  } catch (error) {
    throw asInputError(error, root);
  }
}

async function findMergeBase(repository: Repository, revision: string, signal: AbortSignal): Promise<string> {
  if (revision === '' || revision.startsWith('-')) {
    throw new InputError('usage', `"${revision}" is not a revision`, 'Name a branch, tag or commit.');
  }
  const base = await runGit(repository.place, ['merge-base', revision, 'HEAD'], { signal });
  return base.toString('latin1').trim();
}

/** A record of git-ls-tree(1): `<mode> SP <type> SP <object> SP+ <size> TAB <path>`. */
function entryOf(record: string): Entry[] {
  const match = /^\d+ blob ([0-9a-f]+) +(\d+)\t(.+)$/s.exec(record);
  const [, id = '', size, path = ''] = match ?? [];
  return match ? [{ uri: showPath(path), size: Number(size), ref: formatRef({ id }) }] : [];
}
