import type { GitPlace } from '../lib/git/git-command.ts';
import { GitError } from '../lib/git/git-error.ts';
import { openRepository } from '../lib/git/repository.ts';
import type { Revision } from '../model/evidence.ts';
import { asInputError } from './git-input-error.ts';
import { findRepositoryId } from './repository-id.ts';
import { revisionOf } from './revision.ts';

/** Where files come from, when they are under git. */
export interface Origin {
  readonly revision: Revision | undefined;
  readonly repositoryId: string | undefined;
}

/** @throws InputError when there is a repository and git refuses it */
export async function originOf(place: GitPlace, signal: AbortSignal): Promise<Origin> {
  try {
    const repository = await openRepository(place, signal);
    const repositoryId = await findRepositoryId(place, repository.commonDirectory, signal);
    return { revision: revisionOf(repository), repositoryId };
  } catch (error) {
    const isAbsent = error instanceof GitError && (error.code === 'not-a-repository' || error.code === 'not-installed');
    if (isAbsent) return { revision: undefined, repositoryId: undefined };
    throw asInputError(error, place.directory);
  }
}
