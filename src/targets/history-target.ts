import { gitEnvironment } from '../lib/git/git-environment.ts';
import { listTips } from '../lib/git/list-tips.ts';
import { locateObjects } from '../lib/git/locate-objects.ts';
import { openRepository } from '../lib/git/repository.ts';
import type { Target } from '../model/target.ts';
import { openRoot } from './open-root.ts';
import { asInputError } from './git-input-error.ts';
import { listHistory, missingFrom } from './history-entries.ts';
import { HistoryIndex } from './history-index.ts';
import { toBatches } from './listing.ts';
import type { OpenTarget } from './open-target.ts';
import { findRepositoryId } from './repository-id.ts';
import { revisionOf } from './revision.ts';

/** Everything that refs, stash, worktrees and reflogs lead to, each object once; with `dangling` all that is stored. */
export async function openHistory(
  target: Extract<Target, { kind: 'history' }>,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<OpenTarget> {
  const root = openRoot(target.root);
  try {
    const repository = await openRepository({ directory: root, env: gitEnvironment(env, process.cwd()) }, signal);
    const store = locateObjects(repository, repository.place.env, repository.format);
    return {
      description: `the history of ${repository.workTree ?? root}`,
      root: repository.workTree ?? root,
      revision: revisionOf(repository),
      repositoryId: await findRepositoryId(repository.place, repository.commonDirectory, signal),
      reader: { kind: 'objects', store },
      async *list(listSignal) {
        const tips = await listTips(repository.place, listSignal);
        const index = new HistoryIndex(store, tips, target.dangling === true);
        yield* toBatches([], missingFrom(index, repository.shallow, store.promisor));
        for (const batch of listHistory(index)) {
          listSignal.throwIfAborted();
          yield batch;
        }
      },
    };
  } catch (error) {
    throw asInputError(error, root);
  }
}
