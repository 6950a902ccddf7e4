import { delimiter, join, resolve } from 'node:path';
import type { RepositoryPlace } from '../locate-repository.ts';
import { isFromPromisor, listPacks, withAlternates } from './object-directory.ts';
import type { ObjectFormat } from './object-format.ts';
import type { StoreSpec } from './object-store.ts';

/**
 * Where the objects of a repository are, borrowed ones included.
 * @param env made by `gitEnvironment`; a server's hook finds new objects only by it
 */
export function locateObjects(
  repository: Pick<RepositoryPlace, 'commonDirectory'>,
  env: NodeJS.ProcessEnv,
  format: ObjectFormat,
): StoreSpec {
  const objects = env['GIT_OBJECT_DIRECTORY'] ?? join(repository.commonDirectory, 'objects');
  const extra = (env['GIT_ALTERNATE_OBJECT_DIRECTORIES'] ?? '').split(delimiter).filter((path) => path !== '');
  const directories = withAlternates(
    objects,
    extra.map((path) => resolve(path)),
  );
  const packs = directories.flatMap((each) => listPacks(each));
  return { format, directories, packs, promisor: packs.some((pack) => isFromPromisor(pack)) };
}
