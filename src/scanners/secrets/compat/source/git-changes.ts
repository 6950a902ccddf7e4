import { streamGit, type GitCall } from '../../../../lib/git/run-git.ts';
import type { GitPlace } from '../../../../lib/git/git-command.ts';
import { PatchParser, type Change } from './parse-patch.ts';

/** Which changes of a repository are scanned. */
export type ChangeSelection =
  | { readonly kind: 'history'; readonly logOptions: string }
  | { readonly kind: 'uncommitted'; readonly staged: boolean };

/** Settings of users and repositories that would change the patch format, or run programs. */
const pinned = [
  'diff.noprefix=false',
  'diff.mnemonicPrefix=false',
  'diff.srcPrefix=a/',
  'diff.dstPrefix=b/',
  'diff.renames=true',
  'diff.submodule=short',
  'diff.interHunkContext=0',
  'diff.suppressBlankEmpty=false',
  'diff.external=',
  'format.pretty=medium',
  'log.date=default',
  'log.decorate=false',
  'log.showRoot=true',
  'log.follow=false',
].flatMap((setting) => ['-c', setting]);

/** Never runs what a repository names. */
const inert = ['--no-ext-diff', '--no-textconv'];

/**
 * git's arguments: the ones that gitleaks gives it, with the user's options split at single spaces, and what keeps a
 * hostile repository harmless.
 */
export function gitArguments(selection: ChangeSelection): string[] {
  if (selection.kind === 'uncommitted') {
    return [...pinned, 'diff', '-U0', ...inert, ...(selection.staged ? ['--staged'] : []), '.'];
  }
  const { logOptions } = selection;
  const options = logOptions === '' ? ['--full-history', '--all', '--diff-filter=tuxdb'] : logOptions.split(' ');
  return [...pinned, 'log', '-p', '-U0', ...inert, ...options];
}

/** The changes in the order in which git prints them, and how many commits they were. Throws `GitError`, `PatchError`. */
export async function* readChanges(
  place: GitPlace,
  selection: ChangeSelection,
  call: GitCall,
): AsyncGenerator<{ readonly changes: readonly Change[]; readonly commits: number }> {
  const parser = new PatchParser();
  for await (const chunk of streamGit(place, gitArguments(selection), call)) {
    yield { changes: parser.push(chunk.toString('latin1')), commits: parser.commits };
  }
  yield { changes: parser.end(), commits: parser.commits };
}
