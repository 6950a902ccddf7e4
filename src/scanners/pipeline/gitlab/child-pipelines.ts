import type { SourceText } from '../../../lib/text/source-text.ts';
import { listOf, type YamlNode } from '../../../lib/yaml/node.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { RepositoryFiles } from '../model/repository-files.ts';

export interface ChildSource {
  readonly source: SourceText;
  /** The job whose `trigger:include` names it. */
  readonly startedBy: string;
}

/** The files of the repository that jobs of a pipeline start as pipelines of their own. */
export function childSources(pipeline: Pipeline, files: RepositoryFiles): readonly ChildSource[] {
  return pipeline.jobs.flatMap((job) => {
    const include = job.body.map('trigger')?.get('include');
    return listOf(include).flatMap((item): readonly ChildSource[] => {
      const path = localPath(item);
      const source = path === undefined ? undefined : files.read(path.replace(/^\/+/, ''));
      return source ? [{ source, startedBy: job.name }] : [];
    });
  });
}

function localPath(item: YamlNode): string | undefined {
  return item.kind === 'map' ? item.text('local') : item.kind === 'scalar' ? item.text : undefined;
}
