import type { Problem } from '../model/pipeline.ts';
import type { RepositoryFiles } from '../model/repository-files.ts';
import { documentGrants } from './document-grants.ts';
import type { Grant } from './grant.ts';
import { mayTrustJobs, readTerraform, terraformGrants } from './terraform-grants.ts';

/** What the configuration in a repository says of who may take which role. */
export interface Trust {
  /** Every way into a role that it gives to bearers of identity tokens of jobs. */
  readonly grants: readonly Grant[];
  /** What could not be read where there may be more. */
  readonly problems: readonly Problem[];
  /** Whether there is anything of these. */
  readonly isThere: boolean;
}

export function readTrust(files: RepositoryFiles): Trust {
  const documents = [...files.paths()].filter((path) => /\.(?:json|ya?ml|template)$/.test(path)).sort();
  const terraform = readTerraform(files);
  const grants = [
    ...(terraform ? terraformGrants(terraform) : []),
    ...documents.flatMap((path) => {
      const source = files.read(path);
      return source ? documentGrants(source) : [];
    }),
  ];
  const problems = (terraform?.problems ?? [])
    .filter(({ source }) => mayTrustJobs(source))
    .map(({ source, problem }): Problem => {
      const { code, message, start, end } = problem;
      return { code: code === 'duplicate' ? 'duplicate-key' : code, message, at: { source, start, end } };
    });
  return { grants, problems, isThere: grants.length > 0 || problems.length > 0 };
}
