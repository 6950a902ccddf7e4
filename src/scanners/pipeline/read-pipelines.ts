import { definitionFiles } from './definition-files.ts';
import type { Pipeline } from './model/pipeline.ts';
import type { RepositoryFiles } from './model/repository-files.ts';

/** Reads every pipeline that a project's files define, in the order of their paths. */
export function readPipelines(files: RepositoryFiles): readonly Pipeline[] {
  return [...files.paths()].sort().flatMap((path) => {
    const source = files.read(path);
    if (!source) return [];
    const definition = definitionFiles.find(
      ({ matches, mentions }) => matches.test(path) && (mentions === undefined || source.text.includes(mentions)),
    );
    return definition?.read(source, files) ?? [];
  });
}
