import type { RepositoryFiles } from '../model/repository-files.ts';
import { documentGrants } from './document-grants.ts';
import type { Grant } from './grant.ts';
import { terraformGrants } from './terraform-grants.ts';

/** Every way into a role that the repository's configuration gives to bearers of identity tokens of jobs. */
export function readGrants(files: RepositoryFiles): readonly Grant[] {
  const documents = [...files.paths()].filter((path) => /\.(?:json|ya?ml|template)$/.test(path)).sort();
  return [
    ...terraformGrants(files),
    ...documents.flatMap((path) => {
      const source = files.read(path);
      return source ? documentGrants(source) : [];
    }),
  ];
}
