import type { Job } from '../model/job.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { RunStep } from '../model/step.ts';
import type { Issue, PipelineRule, Undecided, Verdicts } from '../rule.ts';
import type { Audit } from './audit.ts';

/** What a rule said, and where in the pipeline. */
export interface Statement {
  readonly rule: PipelineRule;
  readonly verdict: Issue | Undecided;
  /** The job it is about, when it is about one. */
  readonly job?: string;
}

/** Asks every rule about every part of the pipelines that it knows the dialect of. */
export function* runRules(
  rules: readonly PipelineRule[],
  pipelines: readonly Pipeline[],
  audit: Audit,
): Generator<Statement> {
  for (const pipeline of pipelines) {
    const asked = rules.filter((rule) => rule.dialects.includes(pipeline.dialect));
    yield* state(asked, undefined, (rule) => rule.checks.pipeline?.(pipeline, audit));
    for (const job of pipeline.jobs) yield* askJob(asked, job, pipeline, audit);
  }
  yield* state(rules, undefined, (rule) => rule.checks.repository?.(pipelines, audit));
}

function* askJob(rules: readonly PipelineRule[], job: Job, pipeline: Pipeline, audit: Audit): Generator<Statement> {
  yield* state(rules, job, (rule) => rule.checks.job?.(job, pipeline, audit));
  for (const image of job.images) yield* state(rules, job, (rule) => rule.checks.image?.(image, job, pipeline, audit));
  for (const step of job.steps) {
    if (step.kind === 'use') yield* state(rules, job, (rule) => rule.checks.use?.(step, job, pipeline, audit));
    else yield* askRun(rules, step, job, pipeline, audit);
  }
}

function* askRun(
  rules: readonly PipelineRule[],
  step: RunStep,
  job: Job,
  pipeline: Pipeline,
  audit: Audit,
): Generator<Statement> {
  yield* state(rules, job, (rule) => rule.checks.run?.(step, job, pipeline, audit));
  const readable = step.shell === 'sh' || step.shell === 'bash' || step.shell === 'unknown';
  const asked = readable ? rules.filter((rule) => 'command' in rule.checks) : [];
  if (asked.length === 0) return;
  for (const command of step.script.program.commands) {
    yield* state(asked, job, (rule) => rule.checks.command?.({ command, step, job, pipeline }, audit));
  }
}

function* state(
  rules: readonly PipelineRule[],
  job: Job | undefined,
  ask: (rule: PipelineRule) => Verdicts | undefined,
): Generator<Statement> {
  for (const rule of rules) {
    for (const verdict of ask(rule) ?? []) yield { rule, verdict, ...(job && { job: job.name }) };
  }
}
