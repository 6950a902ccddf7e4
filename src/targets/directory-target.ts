import { realpathSync, statSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { gitEnvironment, withoutPlace } from '../lib/git/git-environment.ts';
import { InputError } from '../model/input-error.ts';
import type { Target } from '../model/target.ts';
import { asInputError } from './git-input-error.ts';
import { FileListing, toBatches } from './listing.ts';
import { listWorkTree } from './list-work-tree.ts';
import type { OpenTarget } from './open-target.ts';

/** The files of a directory; `root` itself may be reached through a link, nothing below it is. */
export function openDirectory(target: Extract<Target, { kind: 'directory' }>, env: NodeJS.ProcessEnv): OpenTarget {
  const root = openRoot(target.root);
  return {
    description: `the directory ${root}`,
    root,
    revision: undefined,
    repositoryId: undefined,
    reader: { kind: 'files', root },
    async *list(signal) {
      const listing = new FileListing(root);
      try {
        await listWorkTree(root, environmentFor(root, env), listing, signal);
      } catch (error) {
        throw asInputError(error, root);
      }
      listing.sort();
      yield* toBatches(listing.entries, listing.unknowns);
    },
  };
}

/** Absolute, with links resolved. */
export function openRoot(given: string): string {
  const root = resolve(given);
  const stats = statSync(root, { throwIfNoEntry: false });
  if (!stats)
    throw new InputError('no-such-target', `${given} does not exist`, 'Give a directory, or files inside one.');
  if (!stats.isDirectory()) throw new InputError('not-a-directory', `${given} is not a directory`);
  return realpathSync(root);
}

/** GIT_DIR and its like describe the repository around the caller's directory, not every directory. */
function environmentFor(root: string, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const base = process.cwd();
  const clean = gitEnvironment(env, base);
  if (!clean['GIT_DIR']) return withoutPlace(clean);
  const workTree = clean['GIT_WORK_TREE'] ?? base;
  const inside = relative(workTree, root);
  if (inside.startsWith('..') || isAbsolute(inside)) return withoutPlace(clean);
  return { ...clean, GIT_WORK_TREE: workTree };
}
