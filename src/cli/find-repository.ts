import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { InputError } from '../model/input-error.ts';
import type { Terminal } from './command.ts';

export interface Repository {
  /** Top of the work tree. */
  readonly root: string;
  readonly gitDirectory: string;
}

/**
 * The repository of the current directory, found without starting git (gitrepository-layout(5)): GIT_DIR and
 * GIT_WORK_TREE as git sets them for hooks, else the nearest `.git`, a directory or a file that names one.
 * @throws InputError when there is none
 */
export function findRepository(terminal: Pick<Terminal, 'env' | 'cwd'>): Repository {
  const { GIT_DIR: given, GIT_WORK_TREE: tree } = terminal.env;
  if (given !== undefined && given !== '') {
    // git runs hooks at the top of the work tree.
    return { root: resolve(terminal.cwd, tree ?? '.'), gitDirectory: resolve(terminal.cwd, given) };
  }
  const found = findGitDirectory(terminal.cwd);
  if (!found)
    throw new InputError('not-a-repository', `${terminal.cwd} is not in a git repository`, 'run this inside one');
  return found;
}

export function findGitDirectory(start: string): Repository | undefined {
  for (let directory = start; ; directory = dirname(directory)) {
    const dot = join(directory, '.git');
    const status = statSync(dot, { throwIfNoEntry: false });
    if (status?.isDirectory() && existsSync(join(dot, 'HEAD'))) return { root: directory, gitDirectory: dot };
    if (status?.isFile()) {
      const named = /^gitdir: (.+)$/m.exec(readFileSync(dot, 'utf8'))?.[1];
      return named === undefined ? undefined : { root: directory, gitDirectory: resolve(directory, named) };
    }
    if (dirname(directory) === directory) return undefined;
  }
}
