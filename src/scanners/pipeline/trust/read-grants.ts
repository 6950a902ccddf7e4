import type { RepositoryFiles } from '../model/repository-files.ts';
import type { Grant } from './grant.ts';
import { terraformGrants } from './terraform-grants.ts';

/** Every way into a role that the repository's configuration gives to bearers of identity tokens of jobs. */
export function readGrants(files: RepositoryFiles): readonly Grant[] {
  return terraformGrants(files);
}
