import type { Job } from '../model/job.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { Scenario, Trust } from '../scenarios/scenario.ts';
import type { Issue, PipelineRule } from '../rule.ts';
import type { FlowStep } from '../taint/flow.ts';

/** A job that somebody else commands, in the ways of starting in which that is so. */
export interface Place {
  readonly pipeline: Pipeline;
  readonly job: Job;
  readonly scenarios: readonly Scenario[];
  /** Whether these runs have the rights of the repository. */
  readonly privileged: boolean;
}

/** Where somebody gets in. */
export interface Foothold extends Place {
  readonly by: Trust;
  /** How, from what he does to what is run. */
  readonly steps: readonly FlowStep[];
  /** The weakness that lets him in, where a rule has found it. */
  readonly weakness?: { readonly rule: PipelineRule; readonly issue: Issue };
  /** Whether the way in leads through another workflow already. */
  readonly crossed: boolean;
  /** What decides and is not in the repository. */
  readonly unknown?: string;
}

/** A way from one job into another. */
export interface Passage {
  readonly into: Place;
  /** What leads there, as a noun: `a cache`. */
  readonly through: string;
  readonly steps: readonly FlowStep[];
  readonly unknown?: string;
  /** Weaknesses by whose rule this way is reported too, at the place of one of the steps. */
  readonly rule?: string;
}
