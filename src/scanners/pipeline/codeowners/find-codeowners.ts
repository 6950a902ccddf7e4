import type { RepositoryFiles } from '../model/repository-files.ts';
import type { Codeowners } from './codeowners.ts';
import { parseGithubCodeowners, parseGitlabCodeowners } from './parse-codeowners.ts';

/** Platforms that know code owners. */
export type OwnedDialect = 'gitlab' | 'github';

/** Where each platform looks, in its order; the first that is there counts. */
const places: Readonly<Record<OwnedDialect, readonly string[]>> = {
  gitlab: ['CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'],
  github: ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'],
};

/** The code owners that a platform knows; undefined when the repository names none. */
export function findCodeowners(dialect: OwnedDialect, files: RepositoryFiles): Codeowners | undefined {
  const [source] = places[dialect].flatMap((path) => files.read(path) ?? []);
  if (!source) return undefined;
  return dialect === 'gitlab' ? parseGitlabCodeowners(source) : parseGithubCodeowners(source);
}
