import { realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { gitEnvironment, withoutPlace } from '../lib/git/git-environment.ts';
import { InputError } from '../model/input-error.ts';
import { isInside } from './is-inside.ts';

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
export function environmentFor(root: string, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const base = process.cwd();
  const clean = gitEnvironment(env, base);
  if (!clean['GIT_DIR']) return withoutPlace(clean);
  const workTree = clean['GIT_WORK_TREE'] ?? base;
  if (!isInside(workTree, root)) return withoutPlace(clean);
  return { ...clean, GIT_WORK_TREE: workTree };
}
