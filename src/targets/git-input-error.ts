import { GitError } from '../lib/git/git-error.ts';
import { InputError } from '../model/input-error.ts';

/** What git refuses is the user's to mend; other errors pass. */
export function asInputError(error: unknown, root: string): unknown {
  if (!(error instanceof GitError)) return error;
  switch (error.code) {
    case 'not-installed':
      return new InputError('git-not-installed', error.message, 'Install git, or scan the directory without it.');
    case 'not-a-repository':
      return new InputError('not-a-repository', `${root} is not in a git repository`);
    case 'unsafe-ownership':
      return new InputError(
        'unsafe-repository',
        `git refuses to read ${root}: it belongs to another user`,
        `If you trust it: git config --global --add safe.directory ${root}`,
      );
    case 'not-found':
      return new InputError('no-such-revision', error.message, 'Name commits that exist here, for example main..HEAD.');
    case 'too-much-output':
    case 'failed':
      break;
  }
  return new InputError('git-failed', `git failed in ${root}: ${error.message}`);
}
