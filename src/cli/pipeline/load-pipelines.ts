import type { CollectedFiles } from '../../scanners/pipeline/collected-files.ts';
import type { Pipeline } from '../../scanners/pipeline/model/pipeline.ts';
import { readPipelines } from '../../scanners/pipeline/read-pipelines.ts';
import { InputError } from '../../model/input-error.ts';
import type { Target } from '../../model/target.ts';
import type { Terminal } from '../command.ts';
import { loadFiles } from './load-files.ts';

export interface LoadedPipelines {
  readonly files: CollectedFiles;
  readonly pipelines: readonly Pipeline[];
}

/**
 * Reads the pipelines of a directory, or of a commit.
 * @throws InputError when there is none
 */
export async function loadPipelines(target: Target, terminal: Terminal, cache?: string): Promise<LoadedPipelines> {
  const { files, description } = await loadFiles(target, terminal, cache);
  const pipelines = readPipelines(files);
  if (pipelines.length > 0) return { files, pipelines };
  throw new InputError(
    'no-pipeline',
    `${description} has no pipeline definition`,
    '.gitlab-ci.yml and .github/workflows/*.yml are looked for',
  );
}
