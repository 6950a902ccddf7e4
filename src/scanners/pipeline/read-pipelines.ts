import { definitionFiles } from './definition-files.ts';
import type { Pipeline } from './model/pipeline.ts';
import type { RepositoryFiles } from './model/repository-files.ts';

/** Reads every pipeline that a project's files define, in the order of their paths. */
export function readPipelines(files: RepositoryFiles): readonly Pipeline[] {
  return [...files.paths()].sort().flatMap((path) => {
    const definition = definitionFiles.find((one) => one.matches.test(path));
    const source = definition && files.read(path);
    return definition && source ? definition.read(source, files) : [];
  });
}
