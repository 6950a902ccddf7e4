import type { Suppression } from '../../../model/finding.ts';
import type { Job } from '../model/job.ts';
import type { Dialect, Pipeline } from '../model/pipeline.ts';
import type { RunStep } from '../model/step.ts';
import type { Variable } from '../model/variable.ts';
import type { Checks, Issue, PipelineRule, Undecided, Verdicts } from '../rule.ts';
import type { Audit } from './audit.ts';

/** What a rule said, and where in the pipeline. */
export interface Statement {
  readonly rule: PipelineRule;
  readonly verdict: Issue | Undecided;
  /** The job it is about, when it is about one. */
  readonly job?: string;
  /** A comment in the source accepts it. */
  readonly suppression?: Suppression;
}

/** What is asked of a pipeline and its parts, not of the repository. */
type Question = Exclude<keyof Checks, 'grant' | 'repository'>;
/** The rules that answer each question for one dialect: most answer one, and most parts of a pipeline are commands. */
type Answering = Readonly<Record<Question, readonly PipelineRule[]>>;

/** Asks every rule about every part of the pipelines that it knows the dialect of. */
export function runRules(
  rules: readonly PipelineRule[],
  pipelines: readonly Pipeline[],
  audit: Audit,
): readonly Statement[] {
  const said = new Statements();
  const byDialect = new Map<Dialect, Answering>();
  for (const pipeline of pipelines) {
    const { dialect } = pipeline;
    const asked = byDialect.get(dialect) ?? sortByQuestion(rules.filter(({ dialects }) => dialects.includes(dialect)));
    byDialect.set(dialect, asked);
    for (const rule of asked.pipeline) said.add(rule, undefined, rule.checks.pipeline?.(pipeline, audit));
    askVariables(said, asked, pipeline.variables, undefined, pipeline, audit);
    for (const job of pipeline.jobs) askJob(said, asked, job, pipeline, audit);
  }
  askGrants(said, rules, pipelines, audit);
  for (const rule of rules) said.add(rule, undefined, rule.checks.repository?.(pipelines, audit));
  return said.all;
}

/** A list rather than generators: most of a million questions have no answer. */
class Statements {
  readonly all: Statement[] = [];

  add(rule: PipelineRule, job: Job | undefined, verdicts: Verdicts | undefined): void {
    if (verdicts === undefined) return;
    for (const verdict of verdicts) this.all.push({ rule, verdict, ...(job && { job: job.name }) });
  }
}

function askGrants(
  said: Statements,
  rules: readonly PipelineRule[],
  pipelines: readonly Pipeline[],
  audit: Audit,
): void {
  const asked = rules.filter(({ checks }) => 'grant' in checks);
  if (asked.length === 0) return;
  for (const grant of audit.trust().grants) {
    for (const rule of asked) said.add(rule, undefined, rule.checks.grant?.(grant, pipelines, audit));
  }
}

function sortByQuestion(rules: readonly PipelineRule[]): Answering {
  const answering = (question: Question): readonly PipelineRule[] => rules.filter(({ checks }) => question in checks);
  return {
    pipeline: answering('pipeline'),
    job: answering('job'),
    variable: answering('variable'),
    run: answering('run'),
    command: answering('command'),
    image: answering('image'),
    use: answering('use'),
  };
}

function askJob(said: Statements, asked: Answering, job: Job, pipeline: Pipeline, audit: Audit): void {
  for (const rule of asked.job) said.add(rule, job, rule.checks.job?.(job, pipeline, audit));
  const own = job.variables.filter(({ scope }) => scope === 'job');
  askVariables(said, asked, own, job, pipeline, audit);
  for (const image of job.images) {
    for (const rule of asked.image) said.add(rule, job, rule.checks.image?.(image, job, pipeline, audit));
  }
  for (const step of job.steps) {
    if (step.kind === 'run') askRun(said, asked, step, job, pipeline, audit);
    else for (const rule of asked.use) said.add(rule, job, rule.checks.use?.(step, job, pipeline, audit));
  }
}

function askRun(said: Statements, asked: Answering, step: RunStep, job: Job, pipeline: Pipeline, audit: Audit): void {
  for (const rule of asked.run) said.add(rule, job, rule.checks.run?.(step, job, pipeline, audit));
  askVariables(said, asked, step.variables, job, pipeline, audit);
  if (step.shell !== 'sh' && step.shell !== 'bash' && step.shell !== 'unknown') return;
  for (const command of step.script.program.commands) {
    const site = { command, step, job, pipeline };
    for (const rule of asked.command) said.add(rule, job, rule.checks.command?.(site, audit));
  }
}

function askVariables(
  said: Statements,
  asked: Answering,
  variables: readonly Variable[],
  job: Job | undefined,
  pipeline: Pipeline,
  audit: Audit,
): void {
  if (asked.variable.length === 0) return;
  for (const variable of variables) {
    for (const rule of asked.variable) said.add(rule, job, rule.checks.variable?.(variable, pipeline, audit));
  }
}
