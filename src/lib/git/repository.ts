import type { GitPlace } from './git-command.ts';
import { GitError } from './git-error.ts';
import type { ObjectFormat } from './objects/object-format.ts';
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
  /** Commit that HEAD names; undefined before the first one. */
  readonly head: string | undefined;
  /** Undefined when HEAD is detached. */
  readonly branch: string | undefined;
  /** Address of the remote `origin`, as configured: it may contain credentials. */
  readonly origin: string | undefined;
}

/** @throws GitError when there is no repository or git refuses it */
export async function openRepository(place: GitPlace, signal: AbortSignal): Promise<Repository> {
  const [facts, head, ref, origin] = await Promise.all([
    ask(place, signal, ['rev-parse', '--path-format=absolute', '--absolute-git-dir', '--git-common-dir', ...questions]),
    askMaybe(place, signal, ['rev-parse', '--quiet', '--verify', 'HEAD^{commit}']),
    askMaybe(place, signal, ['symbolic-ref', '--quiet', 'HEAD']),
    askMaybe(place, signal, ['config', '--get', 'remote.origin.url']),
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
    head,
    branch: ref?.replace(/^refs\/heads\//, ''),
    origin,
  };
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
