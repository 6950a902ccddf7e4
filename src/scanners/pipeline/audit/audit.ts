import type { Facts } from '../facts/facts.ts';
import type { CiLock } from '../lock/ci-lock.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { RepositoryFiles } from '../model/repository-files.ts';
import type { PipelineTaint } from '../taint/trace-pipeline.ts';
import type { ScenarioMatrix } from '../scenarios/scenario.ts';
import type { Trust } from '../trust/read-trust.ts';

/** What rules may ask besides the pipeline itself. */
export interface Audit {
  readonly files: RepositoryFiles;
  readonly now: Date;
  /** Settings of the project; undefined when nobody gave them, and what depends on them is undecided. */
  readonly facts: Facts | undefined;
  /** What `ci.lock` says; undefined without one that is understood. */
  readonly lock: CiLock | undefined;
  /** The ways into roles of clouds that the repository's configuration gives to jobs; read when first asked for. */
  trust(): Trust;
  /** Which jobs run in which ways a pipeline can start; evaluated once a pipeline. */
  scenarios(pipeline: Pipeline): ScenarioMatrix;
  /** What is known of the values in the scripts of its jobs: who chose them, whether they are secret. */
  taint(pipeline: Pipeline): PipelineTaint;
}
