import { spawnSync } from 'node:child_process';
import { type GitPlace, guarded } from './git-command.ts';
import { GitError, gitFailure } from './git-error.ts';

const mostOutput = 128 * 1024 * 1024;

/**
 * Runs git and waits for it, which costs a third of what streams do: for hooks, where nothing else happens meanwhile.
 * @throws GitError; `too-much-output` above 128 MiB
 */
export function runGitNow(place: GitPlace, args: readonly string[]): Buffer {
  const result = spawnSync('git', guarded(args), {
    cwd: place.directory,
    env: place.env,
    maxBuffer: mostOutput,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const code = result.error && 'code' in result.error ? String(result.error.code) : undefined;
  if (code === 'ENOBUFS') throw new GitError('too-much-output', `git ${args[0]} wrote more than ${mostOutput} bytes`);
  if (result.status !== 0)
    throw gitFailure(args, code ?? result.status ?? result.signal, result.stderr?.toString() ?? '');
  return result.stdout;
}
