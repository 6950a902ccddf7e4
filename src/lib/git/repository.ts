import type { GitPlace } from './git-command.ts';
import { GitError } from './git-error.ts';
import type { ObjectFormat } from './object-format.ts';
import { runGit } from './run-git.ts';

/** What git says of the repository around a directory. Paths are absolute. */
export interface Repository {
  readonly place: GitPlace;
  /** Of this worktree. */
  readonly gitDirectory: string;
  /** Of all worktrees: objects, refs, configuration. */
  readonly commonDirectory: string;
  /** Top of the work tree; undefined in a bare repository. */
  readonly workTree: string | undefined;
  readonly format: ObjectFormat;
  /** The history is cut off (`git clone --depth`). */
  readonly shallow: boolean;
  /** Objects may be left on the server (`git clone --filter`). */
  readonly promisor: boolean;
  /** Commit that HEAD names; undefined before the first one. */
  readonly head: string | undefined;
  /** Undefined when HEAD is detached. */
  readonly branch: string | undefined;
  /** Address of the remote `origin`, as configured: it may contain credentials. */
  readonly origin: string | undefined;
}

/** @throws GitError when there is no repository or git refuses it */
export async function openRepository(place: GitPlace, signal: AbortSignal): Promise<Repository> {
  const [facts, head, ref, settings] = await Promise.all([
    ask(place, signal, ['rev-parse', '--path-format=absolute', '--absolute-git-dir', '--git-common-dir', ...questions]),
    askMaybe(place, signal, ['rev-parse', '--quiet', '--verify', 'HEAD^{commit}']),
    askMaybe(place, signal, ['symbolic-ref', '--quiet', 'HEAD']),
    readSettings(place, signal),
  ]);
  const [gitDirectory = '', commonDirectory = '', shallow, format, hasWorkTree] = facts.split('\n');
  const workTree = hasWorkTree === 'true' ? await ask(place, signal, ['rev-parse', '--show-toplevel']) : undefined;
  return {
    place,
    gitDirectory,
    commonDirectory,
    workTree,
    format: format === 'sha256' ? 'sha256' : 'sha1',
    shallow: shallow === 'true',
    promisor: [...settings.keys()].some((key) => key.endsWith('.promisor') || key === 'extensions.partialclone'),
    head,
    branch: ref?.replace(/^refs\/heads\//, ''),
    origin: settings.get('remote.origin.url'),
  };
}

/**
 * The first commit of the line that HEAD stands on; the same in every full clone, whatever else was fetched. Undefined
 * when the history is cut off or has not begun.
 */
export async function findRootCommit(repository: Repository, signal: AbortSignal): Promise<string | undefined> {
  if (repository.shallow || repository.head === undefined) return undefined;
  const args = ['rev-list', '--first-parent', '--max-parents=0', repository.head, '--'];
  return (await askMaybe(repository.place, signal, args))?.split('\n')[0];
}

const questions = ['--is-shallow-repository', '--show-object-format', '--is-inside-work-tree'];

async function ask(place: GitPlace, signal: AbortSignal, args: readonly string[]): Promise<string> {
  return (await runGit(place, args, { signal })).toString('utf8').replace(/\n$/, '');
}

/** Undefined when there is no such thing. */
async function askMaybe(place: GitPlace, signal: AbortSignal, args: readonly string[]): Promise<string | undefined> {
  try {
    return await ask(place, signal, args);
  } catch (error) {
    if (error instanceof GitError && (error.code === 'failed' || error.code === 'not-found')) return undefined;
    throw error;
  }
}

/** Keys in lower case, the last value of each. */
async function readSettings(place: GitPlace, signal: AbortSignal): Promise<Map<string, string>> {
  const wanted = '^(remote\\..*\\.(url|promisor)|extensions\\.partialclone)$';
  const text = (await askMaybe(place, signal, ['config', '-z', '--get-regexp', wanted])) ?? '';
  const settings = new Map<string, string>();
  for (const record of text.split('\0')) {
    const end = record.indexOf('\n');
    if (end !== -1) settings.set(record.slice(0, end).toLowerCase(), record.slice(end + 1));
  }
  return settings;
}
