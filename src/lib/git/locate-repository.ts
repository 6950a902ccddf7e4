import { lstatSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The parts of a repository, found without a process. Paths are absolute. */
export interface RepositoryPlace {
  /** Of this worktree: HEAD, index. */
  readonly gitDirectory: string;
  /** Of all worktrees: objects, refs, configuration. */
  readonly commonDirectory: string;
  /** Top of the work tree; undefined when there is none, or only the configuration knows it. */
  readonly workTree: string | undefined;
}

/**
 * Finds the repository around a directory the way git does (git, "GIT_DIR"; gitrepository-layout). Whether it may be
 * read at all is git's to say: ask git something before trusting what lies in it.
 * @param env made by `gitEnvironment` for the caller's directory `base`
 */
export function locateRepository(directory: string, env: NodeJS.ProcessEnv, base: string): RepositoryPlace | undefined {
  const given = env['GIT_DIR'];
  const found =
    given === undefined ? findAround(directory) : { gitDirectory: given, workTree: env['GIT_WORK_TREE'] ?? base };
  if (!found) return undefined;
  return { ...found, commonDirectory: env['GIT_COMMON_DIR'] ?? commonDirectory(found.gitDirectory) };
}

/** Linked worktrees share everything but HEAD and index with the main one. */
function commonDirectory(gitDirectory: string): string {
  const text = readLine(join(gitDirectory, 'commondir'));
  return text === undefined ? gitDirectory : resolve(gitDirectory, text);
}

function findAround(start: string): { gitDirectory: string; workTree: string | undefined } | undefined {
  for (let directory = resolve(start); ; directory = dirname(directory)) {
    const candidate = join(directory, '.git');
    const stats = lstatSync(candidate, { throwIfNoEntry: false });
    if (stats?.isFile()) {
      const named = /^gitdir: (.+)$/.exec(readLine(candidate) ?? '')?.[1];
      if (named !== undefined) return { gitDirectory: resolve(directory, named), workTree: directory };
    } else if (stats && isGitDirectory(candidate)) return { gitDirectory: candidate, workTree: directory };
    if (isGitDirectory(directory)) return { gitDirectory: directory, workTree: undefined };
    if (directory === dirname(directory)) return undefined;
  }
}

function isGitDirectory(path: string): boolean {
  const has = (name: string): boolean => statSync(join(path, name), { throwIfNoEntry: false }) !== undefined;
  return has('HEAD') && ((has('objects') && has('refs')) || has('commondir'));
}

/** The text of a small file, undefined when there is none. */
export function readLine(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trimEnd();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return undefined;
    throw error;
  }
}
