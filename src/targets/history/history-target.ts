import { gitEnvironment } from '../../lib/git/git-environment.ts';
import { listTips } from '../../lib/git/history/list-tips.ts';
import { locateObjects } from '../../lib/git/objects/locate-objects.ts';
import { openRepository } from '../../lib/git/repository.ts';
import type { Target } from '../../model/target.ts';
import { asInputError } from '../git-input-error.ts';
import { toBatches } from '../listing.ts';
import { openRoot } from '../open-root.ts';
import type { OpenTarget } from '../open-target.ts';
import { findRepositoryId } from '../repository-id.ts';
import { revisionOf } from '../revision.ts';
import { attributeHistory } from './attribute-history.ts';
import { listHistory, missingFrom } from './history-entries.ts';
import { HistoryIndex } from './history-index.ts';

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
    const read = once(async (readSignal: AbortSignal) => {
      const tips = await listTips(repository.place, readSignal);
      return { tips, index: await HistoryIndex.read(store, tips, target.dangling === true, readSignal) };
    });
    return {
      description: `the history of ${repository.workTree ?? root}`,
      root: repository.workTree ?? root,
      revision: revisionOf(repository),
      repositoryId: await findRepositoryId(repository.place, repository.commonDirectory, signal),
      reader: { kind: 'objects', store, lfs: repository.commonDirectory },
      async *list(listSignal) {
        const { index } = await read(listSignal);
        yield* toBatches([], missingFrom(index, repository.shallow, store.promisor));
        for (const batch of listHistory(index)) {
          listSignal.throwIfAborted();
          yield batch;
        }
      },
      async attribute(findings, attributeSignal) {
        const { index, tips } = await read(attributeSignal);
        return await attributeHistory(findings, index, tips, repository, attributeSignal);
      },
    };
  } catch (error) {
    throw asInputError(error, root);
  }
}

/** Keeps the result of the first call that succeeds. */
function once<A, T>(make: (argument: A) => Promise<T>): (argument: A) => Promise<T> {
  let made: Promise<T> | undefined;
  return async (argument) => {
    made ??= make(argument);
    try {
      return await made;
    } catch (error) {
      made = undefined;
      throw error;
    }
  };
}
