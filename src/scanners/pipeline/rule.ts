import type { TextRange } from '../../lib/text/source-text.ts';
import type { ShellCommand } from '../../lib/shell/shell-command.ts';
import type { NonEmpty, RuleMeta } from '../../model/rule.ts';
import type { Confidence, Severity } from '../../model/severity.ts';
import type { Audit } from './audit/audit.ts';
import type { ImageUse } from './model/image-use.ts';
import type { Job } from './model/job.ts';
import type { Dialect, Pipeline } from './model/pipeline.ts';
import type { RunStep, UseStep } from './model/step.ts';
import type { Variable } from './model/variable.ts';
import type { Grant } from './trust/grant.ts';
import type { Trust } from './scenarios/scenario.ts';

/** A replacement of what stands in a range. */
export interface IssueEdit {
  readonly at: TextRange;
  readonly text: string;
}

export interface IssueFix {
  readonly description: string;
  /** A safe fix keeps what the pipeline is meant to do and needs no review. */
  readonly safe: boolean;
  readonly edits: NonEmpty<IssueEdit>;
}

/** What a rule has found. */
export interface Issue {
  readonly at: TextRange;
  /** One sentence with the specifics. */
  readonly message: string;
  /** When it differs from the rule's own. */
  readonly severity?: Severity;
  readonly confidence?: Confidence;
  /** What makes it the same finding when lines move; default: the text at `at`. */
  readonly subject?: string;
  /** The steps that prove it, in order. */
  readonly path?: readonly { readonly at: TextRange; readonly message: string }[];
  readonly fixes?: readonly IssueFix[];
  /** Whose word is enough to bring it about, where a stranger's is not or that is what the rule is about. */
  readonly by?: Trust;
  /** What other rules report on the way of this one. */
  readonly standsFor?: readonly { readonly rule: string; readonly at: TextRange }[];
}

/** What a rule can not decide: it names what would settle it. */
export interface Undecided {
  readonly undecided: string;
  readonly at: TextRange;
  /** Why, as in `Unknown.reason`; default: `needs-facts`, a setting outside the repository decides. */
  readonly reason?: 'unsupported' | 'limit' | 'syntax';
}

export type Verdicts = Iterable<Issue | Undecided>;

/** What is handed to a command's check. */
export interface CommandSite {
  readonly command: ShellCommand;
  readonly step: RunStep;
  readonly job: Job;
  readonly pipeline: Pipeline;
}

/** The questions that a rule can answer; each is asked once for every such part of every pipeline of its dialects. */
export interface Checks {
  pipeline?(pipeline: Pipeline, audit: Audit): Verdicts;
  job?(job: Job, pipeline: Pipeline, audit: Audit): Verdicts;
  /** Asked where a variable is set: for the pipeline, for a job, for a script. */
  variable?(variable: Variable, pipeline: Pipeline, audit: Audit): Verdicts;
  run?(step: RunStep, job: Job, pipeline: Pipeline, audit: Audit): Verdicts;
  command?(site: CommandSite, audit: Audit): Verdicts;
  image?(image: ImageUse, job: Job, pipeline: Pipeline, audit: Audit): Verdicts;
  use?(step: UseStep, job: Job, pipeline: Pipeline, audit: Audit): Verdicts;
  /** Asked of every way into a cloud's role that the repository's configuration gives to jobs. */
  grant?(grant: Grant, pipelines: readonly Pipeline[], audit: Audit): Verdicts;
  /** Asked once for the whole repository, after the pipelines. */
  repository?(pipelines: readonly Pipeline[], audit: Audit): Verdicts;
}

/** For rules that look at commands, images or others' code alone: they know no dialect. */
export const everyDialect: NonEmpty<Dialect> = [
  'gitlab',
  'github',
  'azure',
  'circleci',
  'bitbucket',
  'tekton',
  'jenkins',
];

export interface PipelineRule extends RuleMeta {
  readonly dialects: NonEmpty<Dialect>;
  /** Reported only with `--pedantic`: right, but not worth interrupting anybody. */
  readonly pedantic?: true;
  readonly checks: Checks;
}
