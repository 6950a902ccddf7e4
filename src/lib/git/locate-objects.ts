import { lstatSync, readFileSync, statSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { listPacks, withAlternates } from './object-directory.ts';
import type { ObjectFormat } from './object-format.ts';
import type { StoreSpec } from './object-store.ts';

/**
 * Finds the objects of the repository around a directory the way git does (git, "GIT_DIR"; gitrepository-layout), but
 * without a process. Whether the repository may be read at all is git's to say: ask it something first.
 * @param env made by `gitEnvironment`
 */
export function locateObjects(directory: string, env: NodeJS.ProcessEnv, format: ObjectFormat): StoreSpec | undefined {
  const objects = env['GIT_OBJECT_DIRECTORY'] ?? objectsOf(env['GIT_DIR'] ?? findGitDirectory(directory), env);
  if (objects === undefined) return undefined;
  const extra = (env['GIT_ALTERNATE_OBJECT_DIRECTORIES'] ?? '').split(delimiter).filter((path) => path !== '');
  const directories = withAlternates(
    objects,
    extra.map((path) => resolve(path)),
  );
  return { format, directories, packs: directories.flatMap((each) => listPacks(each)) };
}

function objectsOf(gitDirectory: string | undefined, env: NodeJS.ProcessEnv): string | undefined {
  if (gitDirectory === undefined) return undefined;
  return join(env['GIT_COMMON_DIR'] ?? commonDirectory(gitDirectory), 'objects');
}

/** Linked worktrees keep their objects with the main one. */
function commonDirectory(gitDirectory: string): string {
  const text = readLine(join(gitDirectory, 'commondir'));
  return text === undefined ? gitDirectory : resolve(gitDirectory, text);
}

function findGitDirectory(start: string): string | undefined {
  for (let directory = resolve(start); ; directory = dirname(directory)) {
    const candidate = join(directory, '.git');
    const stats = lstatSync(candidate, { throwIfNoEntry: false });
    if (stats?.isFile()) {
      const target = /^gitdir: (.+)$/.exec(readLine(candidate) ?? '')?.[1];
      if (target !== undefined) return resolve(directory, target);
    } else if (stats && isGitDirectory(candidate)) return candidate;
    if (isGitDirectory(directory)) return directory;
    if (directory === dirname(directory)) return undefined;
  }
}

function isGitDirectory(path: string): boolean {
  const has = (name: string): boolean => statSync(join(path, name), { throwIfNoEntry: false }) !== undefined;
  return has('HEAD') && ((has('objects') && has('refs')) || has('commondir'));
}

function readLine(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trimEnd();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
