import { textOf } from '../../../lib/yaml/node.ts';
import { ExpressionSources } from '../github/expression-sources.ts';
import type { Job } from '../model/job.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { ScriptFollower } from '../shell/follow-script.ts';
import { receivesArtifacts } from './artifact-flow.ts';
import { join, type Flow } from './flow.ts';
import type { JobTaint } from './job-taint.ts';
import { covers, pathOf } from './covers.ts';
import { traceJob, type FollowBudget, type Imports } from './trace-job.ts';

const followed = 500_000;
const mostRounds = 4;
const noImports: Imports = { variables: new Map(), files: new Map() };

/** Follows values through the jobs of a pipeline, and from job to job by dotenv reports and artifacts. */
export class PipelineTaint {
  readonly #pipeline: Pipeline;
  readonly #follower: ScriptFollower;
  readonly #budget: FollowBudget = { commands: followed };
  readonly #expressions: ExpressionSources | undefined;
  readonly #traced = new Map<Job, JobTaint>();
  readonly #exports = new Map<Job, Imports>();

  /** @param follower finds the scripts that commands run; one for all pipelines, so that each is read once */
  constructor(pipeline: Pipeline, follower: ScriptFollower) {
    this.#pipeline = pipeline;
    this.#follower = follower;
    if (pipeline.dialect === 'github') this.#expressions = new ExpressionSources(pipeline);
    const exporters = pipeline.jobs.filter(keepsFiles);
    for (let round = 0; round < mostRounds; round++) {
      let grown = false;
      for (const job of exporters) {
        if (round > 0 && !this.#hasImports(job)) continue;
        const traced = this.#trace(job);
        this.#traced.set(job, traced);
        const next = exportsOf(job, traced);
        const size = (one: Imports | undefined): number => (one ? one.variables.size + one.files.size : 0);
        grown ||= size(next) > size(this.#exports.get(job));
        if (size(next) > 0) this.#exports.set(job, next);
      }
      if (!grown) break;
    }
  }

  of(job: Job): JobTaint {
    const known = this.#traced.get(job);
    if (known) return known;
    const traced = this.#trace(job);
    this.#traced.set(job, traced);
    return traced;
  }

  #trace(job: Job): JobTaint {
    return traceJob(job, this.#pipeline, this.#importsOf(job), this.#follower, this.#budget, this.#expressions);
  }

  #hasImports(job: Job): boolean {
    return this.#importsOf(job) !== noImports;
  }

  #importsOf(job: Job): Imports {
    const from =
      this.#exports.size === 0
        ? []
        : [...this.#exports].filter(([other]) => receivesArtifacts(this.#pipeline, other, job));
    if (from.length === 0) return noImports;
    const merge = (part: keyof Imports): ReadonlyMap<string, Flow> => {
      const merged = new Map<string, Flow>();
      for (const [, imports] of from) {
        for (const [key, flow] of imports[part]) merged.set(key, join([merged.get(key), flow]));
      }
      return merged;
    };
    return { variables: merge('variables'), files: merge('files') };
  }
}

function keepsFiles({ body }: Job): boolean {
  return body.map('artifacts') !== undefined;
}

function exportsOf({ body }: Job, traced: JobTaint): Imports {
  const artifacts = body.map('artifacts');
  const paths = (artifacts?.list('paths') ?? []).flatMap((item) => textOf(item) ?? []).map(pathOf);
  const dotenv = (artifacts?.map('reports')?.list('dotenv') ?? []).flatMap((item) => textOf(item) ?? []).map(pathOf);
  const variables = new Map(dotenv.flatMap((path) => [...traced.entries(path)]));
  const files = new Map(
    [...traced.files].filter(([path, flow]) => isTelling(flow) && paths.some((kept) => covers(kept, path))),
  );
  return { variables, files };
}

function isTelling({ untrusted, secret }: Flow): boolean {
  return untrusted !== undefined || secret !== undefined;
}
