import type { Pipeline } from '../model/pipeline.ts';
import type { RepositoryFiles } from '../model/repository-files.ts';
import { scenarioMatrix } from '../scenarios/scenario-matrix.ts';
import type { Audit } from './audit.ts';
import { oncePerPipeline } from './once-per-pipeline.ts';

/** @param now when the audit runs, for what expires */
export function createAudit(files: RepositoryFiles, now: Date): Audit {
  return { files, now, scenarios: oncePerPipeline((pipeline: Pipeline) => scenarioMatrix(pipeline, files)) };
}
