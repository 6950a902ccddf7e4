import type { Job } from '../model/job.ts';
import type { Dialect } from '../model/pipeline.ts';
import type { Atom, Truth } from './truth.ts';

/** Who can bring something about: anybody, who may push, who may merge. */
export type Trust = 'outsider' | 'developer' | 'maintainer';

/** One way a pipeline can start, and what it brings with it. */
export interface Scenario {
  /** Stable, kebab-case: `push-default`, `merge-request-fork`. */
  readonly id: string;
  readonly title: string;
  readonly dialect: Dialect;
  /** Who can start it. */
  readonly starter: Trust;
  /** Whose word is enough to change the files that it runs on, the definition included. */
  readonly checkout: Trust;
  /** Whose word is enough to change the definition, where that is not the checkout's (GitHub's `pull_request_target`). */
  readonly definition: Trust;
  /** Whether protected variables and runners (GitHub: secrets) are there; undefined when settings decide. */
  readonly privileged: boolean | undefined;
  /** Whether whoever starts it can set variables. */
  readonly setsVariables: boolean;
  /** Why the settings do not let it happen, where they do not. */
  readonly impossible?: string;
}

/** What happens to a job in a scenario. */
export interface JobRun {
  readonly scenario: Scenario;
  /** `manual`: waits for somebody to press a button. `unknown`: `atoms` decide. */
  readonly runs: 'yes' | 'no' | 'manual' | 'unknown';
  readonly atoms: readonly Atom[];
  /** Whether the pipeline passes though the job fails or is never started; undefined when that depends. */
  readonly mayFail: boolean | undefined;
  /** `on_success`, `always`, `on_failure`, `delayed`, `manual` (GitLab); absent where it does not apply. */
  readonly when?: string;
  /** Claims of the identity token that the job could get, as far as they are known; `*` stands for any text. */
  readonly claims: Readonly<Record<string, string>>;
  /** What the job's token may do (GitHub), `contents: read`; absent when a setting decides. */
  readonly token?: readonly string[];
}

/** Job × scenario. */
export interface ScenarioMatrix {
  readonly scenarios: readonly Scenario[];
  /** In the order of `scenarios`. */
  runsOf(job: Job): readonly JobRun[];
  /** Whether the condition of a step (GitHub's `if`) holds in a scenario; absent where steps have none. */
  holds?(condition: string | undefined, scenario: Scenario): Truth;
}

/** Whether the job can run at all in the scenario, if whoever starts it wants so. */
export function canRun(run: JobRun): boolean {
  return run.runs !== 'no';
}
