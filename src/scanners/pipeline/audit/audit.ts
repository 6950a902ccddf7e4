import type { Pipeline } from '../model/pipeline.ts';
import type { RepositoryFiles } from '../model/repository-files.ts';
import type { ScenarioMatrix } from '../scenarios/scenario.ts';

/** What rules may ask besides the pipeline itself. */
export interface Audit {
  readonly files: RepositoryFiles;
  readonly now: Date;
  /** Which jobs run in which ways a pipeline can start; evaluated once a pipeline. */
  scenarios(pipeline: Pipeline): ScenarioMatrix;
}
