import type { Facts } from '../facts/facts.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { RepositoryFiles } from '../model/repository-files.ts';
import { githubMatrix } from './github/github-matrix.ts';
import { gitlabMatrix } from './gitlab/gitlab-matrix.ts';
import type { ScenarioMatrix } from './scenario.ts';

/** Evaluates a pipeline under each way it can start; without a model of its platform there are no scenarios. */
export function scenarioMatrix(pipeline: Pipeline, files: RepositoryFiles, facts?: Facts): ScenarioMatrix {
  if (pipeline.dialect === 'gitlab') return gitlabMatrix(pipeline, files, facts?.gitlab);
  if (pipeline.dialect === 'github') return githubMatrix(pipeline, facts?.github);
  return { scenarios: [], runsOf: () => [] };
}
