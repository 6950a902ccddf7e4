import type { Severity } from '../../../model/severity.ts';
import type { Dialect } from '../model/pipeline.ts';
import type { Checks, Issue, PipelineRule, Undecided, Verdicts } from '../rule.ts';

/**
 * One rule of those that have the same id: where platforms differ so much that each has a file of its own, the weakness
 * is the same nevertheless, and so are its texts. Each check is asked for its own dialects.
 */
export function joinDialects(rules: readonly PipelineRule[]): readonly PipelineRule[] {
  const byId = new Map<string, PipelineRule>();
  for (const rule of rules) {
    const first = byId.get(rule.id);
    byId.set(rule.id, first ? join(first, rule) : rule);
  }
  return [...byId.values()];
}

function join(a: PipelineRule, b: PipelineRule): PipelineRule {
  const [dialect, ...dialects] = new Set([...a.dialects, ...b.dialects]);
  return {
    ...a,
    cwe: [...new Set([...a.cwe, ...b.cwe])],
    tags: [...new Set([...a.tags, ...b.tags])],
    references: [...(a.references ?? []), ...(b.references ?? [])],
    dialects: dialect === undefined ? a.dialects : [dialect, ...dialects],
    bad: [...a.bad, ...b.bad],
    good: [...a.good, ...b.good],
    checks: joinChecks(a, b),
  };
}

/** Each question is answered by those that know it and the dialect; a question that none answers is not asked. */
function joinChecks(a: PipelineRule, b: PipelineRule): Checks {
  const of = ({ dialect }: { readonly dialect: Dialect }): readonly PipelineRule[] =>
    [a, b].filter(({ dialects }) => dialects.includes(dialect));
  const all: Required<Checks> = {
    *pipeline(pipeline, audit) {
      for (const { checks, severity } of of(pipeline)) yield* severe(checks.pipeline?.(pipeline, audit), severity);
    },
    *job(job, pipeline, audit) {
      for (const { checks, severity } of of(pipeline)) yield* severe(checks.job?.(job, pipeline, audit), severity);
    },
    *variable(variable, pipeline, audit) {
      for (const { checks, severity } of of(pipeline)) {
        yield* severe(checks.variable?.(variable, pipeline, audit), severity);
      }
    },
    *run(step, job, pipeline, audit) {
      for (const { checks, severity } of of(pipeline))
        yield* severe(checks.run?.(step, job, pipeline, audit), severity);
    },
    *command(site, audit) {
      for (const { checks, severity } of of(site.pipeline)) yield* severe(checks.command?.(site, audit), severity);
    },
    *image(image, job, pipeline, audit) {
      for (const { checks, severity } of of(pipeline)) {
        yield* severe(checks.image?.(image, job, pipeline, audit), severity);
      }
    },
    *use(step, job, pipeline, audit) {
      for (const { checks, severity } of of(pipeline))
        yield* severe(checks.use?.(step, job, pipeline, audit), severity);
    },
    *grant(grant, pipelines, audit) {
      for (const { checks, severity } of [a, b]) yield* severe(checks.grant?.(grant, pipelines, audit), severity);
    },
    *repository(pipelines, audit) {
      for (const { checks, severity } of [a, b]) yield* severe(checks.repository?.(pipelines, audit), severity);
    },
  };
  return Object.fromEntries(Object.entries(all).filter(([question]) => question in a.checks || question in b.checks));
}

/** The severity of the rule that it comes from, where the issue has none of its own. */
function* severe(verdicts: Verdicts | undefined, severity: Severity): Generator<Issue | Undecided> {
  for (const verdict of verdicts ?? []) yield 'undecided' in verdict ? verdict : { severity, ...verdict };
}
