/**
 * Why git could not answer. `not-found`: the revision or object that was asked for does not exist.
 * `unsafe-ownership`: the repository belongs to someone else and git refuses it (`safe.directory`).
 */
export type GitErrorCode =
  | 'not-installed'
  | 'not-a-repository'
  | 'unsafe-ownership'
  | 'not-found'
  | 'too-much-output'
  | 'failed';

/** git refused or failed. The message is git's own, which names the path or revision. */
export class GitError extends Error {
  readonly code: GitErrorCode;

  constructor(code: GitErrorCode, message: string) {
    super(message);
    this.name = 'GitError';
    this.code = code;
  }
}

/** Makes sense of git's standard error; it is asked to speak English (`LC_ALL=C`). */
export function gitFailure(args: readonly string[], exit: number | string | null, stderr: string): GitError {
  if (exit === 'ENOENT') return new GitError('not-installed', 'git is not installed, or not on the PATH');
  const text = stderr.trim();
  // The last word names the object or path; errors before it are those of parts (`inflate: data stream error`).
  const lines = text.split('\n');
  const said =
    ['fatal:', 'error:'].flatMap((level) => lines.find((line) => line.startsWith(level)) ?? [])[0] ?? lines[0] ?? '';
  const command = args.find((arg) => !arg.startsWith('-') && !arg.includes('=')) ?? '';
  const message = said.replace(/^(fatal|error): /, '') || `git ${command} ended with ${exit ?? 'a signal'}`;
  if (/dubious ownership|unsafe repository/.test(text)) return new GitError('unsafe-ownership', message);
  if (/not a git repository|must be run in a work tree/.test(text)) return new GitError('not-a-repository', message);
  if (/bad revision|unknown revision|bad object|Needed a single revision|Invalid revision range/.test(text)) {
    return new GitError('not-found', message);
  }
  return new GitError('failed', message);
}
