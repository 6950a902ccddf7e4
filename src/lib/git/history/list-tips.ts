import type { GitPlace } from '../git-command.ts';
import { runGit } from '../run-git.ts';

/** Where the history begins to be read from. */
export interface Tip {
  readonly id: string;
  /** Full name of the ref; undefined for what only a reflog or a worktree's HEAD remembers. */
  readonly ref: string | undefined;
}

/** Everything that keeps objects alive: refs, stash, the HEAD of every worktree, all reflogs. */
export async function listTips(place: GitPlace, signal: AbortSignal): Promise<Tip[]> {
  const [refs, logs, worktrees] = await Promise.all([
    runGit(place, ['for-each-ref', '--format=%(objectname) %(refname)'], { signal }),
    runGit(place, ['rev-list', '--no-walk=unsorted', '--ignore-missing', '--all', '--reflog'], { signal }),
    runGit(place, ['worktree', 'list', '--porcelain'], { signal }),
  ]);
  const named = lines(refs).map((line) => {
    const space = line.indexOf(' ');
    return { id: line.slice(0, space), ref: line.slice(space + 1) };
  });
  const heads = lines(worktrees).flatMap((line) => /^HEAD ([0-9a-f]+)$/.exec(line)?.[1] ?? []);
  return [...named, ...[...lines(logs), ...heads].map((id) => ({ id, ref: undefined }))].filter(
    ({ id }) => !/^0+$/.test(id),
  );
}

function lines(output: Buffer): string[] {
  return output
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');
}
