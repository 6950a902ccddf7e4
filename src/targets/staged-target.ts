import { gitEnvironment } from '../lib/git/git-environment.ts';
import { findRootCommit, openRepository } from '../lib/git/repository.ts';
import type { Target } from '../model/target.ts';
import { openRoot } from './directory-target.ts';
import { asInputError } from './git-input-error.ts';
import { toBatches } from './listing.ts';
import { formatRef } from './object-ref.ts';
import type { OpenTarget } from './open-target.ts';
import { revisionOf } from './revision.ts';
import { listStaged } from './staged.ts';

/** What the next commit will contain and HEAD does not, read from the index alone. */
export async function openStaged(
  target: Extract<Target, { kind: 'staged' }>,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<OpenTarget> {
  const root = openRoot(target.root);
  try {
    const repository = await openRepository({ directory: root, env: gitEnvironment(env, process.cwd()) }, signal);
    const { files, store } = listStaged(root, env);
    return {
      description: files.length === 1 ? '1 staged file' : `${files.length} staged files`,
      root: repository.workTree ?? root,
      revision: revisionOf(repository),
      repositoryId: await findRootCommit(repository, signal),
      reader: { kind: 'objects', store, promisor: repository.promisor },
      async *list() {
        const entries = files.map(({ uri, blob, changed }) => ({
          uri,
          size: -1,
          ref: formatRef({ id: blob }),
          ...(changed && { changed }),
        }));
        yield* toBatches(entries, []);
      },
    };
  } catch (error) {
    throw asInputError(error, root);
  }
}
