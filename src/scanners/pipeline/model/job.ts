import type { TextRange } from '../../../lib/text/source-text.ts';
import type { YamlMap, YamlNode, YamlScalar } from '../../../lib/yaml/node.ts';
import type { ImageUse } from './image-use.ts';
import type { Step } from './step.ts';
import type { Variable } from './variable.ts';

/** A job that another waits for. */
export interface Need {
  readonly job: string;
  readonly optional: boolean;
  /** Whether its artifacts are fetched. */
  readonly artifacts: boolean;
  readonly at: TextRange;
}

export interface EnvironmentUse {
  readonly name: YamlScalar;
  /** GitLab: `start` unless written otherwise; only `start` deploys. */
  readonly action: 'start' | 'prepare' | 'stop' | 'verify' | 'access';
}

/** An identity token (OIDC) that the job gets. */
export interface IdentityToken {
  /** The variable that holds it; undefined where the job asks for it at run time (GitHub). */
  readonly name?: string;
  readonly audiences: readonly YamlScalar[];
  readonly at: TextRange;
}

/** One of the jobs that a matrix makes of one. */
export interface JobInstance {
  /** `job: [linux, 20]`. */
  readonly name: string;
  readonly variables: readonly Variable[];
}

/** One job of a pipeline after expansion, the same for all dialects. What only one dialect has is in `body`. */
export interface Job {
  readonly name: string;
  /** The key that names it. */
  readonly at: TextRange;
  /** Its mapping after everything it inherits was put in. */
  readonly body: YamlMap;
  readonly steps: readonly Step[];
  readonly images: readonly ImageUse[];
  /** What the definition sets for the job, the pipeline's first, so that the last of a name holds. */
  readonly variables: readonly Variable[];
  readonly stage?: string;
  /** Undefined: waits for all jobs of earlier stages (GitLab). */
  readonly needs?: readonly Need[];
  readonly environment?: EnvironmentUse;
  readonly identityTokens: readonly IdentityToken[];
  /** Runner tags or labels. */
  readonly runner: readonly YamlScalar[];
  /** What `parallel:matrix` makes of it: the names and variables of the jobs that are run. */
  readonly instances?: readonly JobInstance[];
  /** It is there only if each of these lists of rules lets the file in that brings it (GitLab's `include:rules`). */
  readonly includedIf?: readonly (readonly YamlNode[])[];
  /** Names it inherits from that may come from a hole: what it says is not all of it. */
  readonly unresolved?: readonly string[];
}
