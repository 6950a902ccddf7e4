import { definitionFiles } from './definition-files.ts';
import type { Pipeline } from './model/pipeline.ts';
import type { RepositoryFiles } from './model/repository-files.ts';

/**
 * Reads every pipeline that a project's files define, in the order of their paths. A component that a pipeline of the
 * project includes is read with that pipeline, with the inputs that it gets there.
 */
export function readPipelines(files: RepositoryFiles): readonly Pipeline[] {
  const pipelines = readAll(files);
  const whole = pipelines.filter(({ component }) => component !== true);
  if (whole.length === pipelines.length) return pipelines;
  const included = new Set(whole.flatMap(({ includedAt }) => [...(includedAt?.keys() ?? [])]));
  return pipelines.filter(({ component, source }) => component !== true || !included.has(source.uri));
}

function readAll(files: RepositoryFiles): readonly Pipeline[] {
  return [...files.paths()].sort().flatMap((path) => {
    const source = files.read(path);
    if (!source) return [];
    const definition = definitionFiles.find(
      ({ matches, mentions }) => matches.test(path) && (mentions === undefined || source.text.includes(mentions)),
    );
    return definition?.read(source, files) ?? [];
  });
}
