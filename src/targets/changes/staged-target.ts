import { gitEnvironment } from '../../lib/git/git-environment.ts';
import { readHead } from '../../lib/git/read-head.ts';
import type { Target } from '../../model/target.ts';
import { asInputError } from '../git-input-error.ts';
import { toBatches } from '../listing.ts';
import { formatRef } from '../objects/object-ref.ts';
import { openRoot } from '../open-root.ts';
import type { OpenTarget } from '../open-target.ts';
import { findRepositoryId, rememberRepositoryId } from '../repository-id.ts';
import { listStaged } from '../staged.ts';

/**
 * What the next commit will contain and HEAD does not, read from the index alone. A hook waits for this: one git process
 * runs, everything else is read from files.
 */
export async function openStaged(
  target: Extract<Target, { kind: 'staged' }>,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<OpenTarget> {
  const root = openRoot(target.root);
  try {
    const { files, repository, store } = listStaged(root, env);
    const { commit, branch } = readHead(repository);
    const place = { directory: root, env: gitEnvironment(env, process.cwd()) };
    const repositoryId = await findRepositoryId(place, repository.commonDirectory, signal);
    if (repositoryId !== undefined) rememberRepositoryId(repository.commonDirectory, repositoryId);
    return {
      description: files.length === 1 ? '1 staged file' : `${files.length} staged files`,
      root: repository.workTree ?? root,
      revision: { ...(commit !== undefined && { commit }), ...(branch !== undefined && { branch }) },
      repositoryId,
      reader: { kind: 'objects', store },
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
