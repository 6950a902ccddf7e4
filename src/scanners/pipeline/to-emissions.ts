import { createHash } from 'node:crypto';
import type { TextRange } from '../../lib/text/source-text.ts';
import type { Finding, Suppression } from '../../model/finding.ts';
import type { Location } from '../../model/location.ts';
import type { NonEmpty } from '../../model/rule.ts';
import type { Emission } from '../../model/scanner.ts';
import type { Statement } from './audit/run-rules.ts';
import type { Pipeline } from './model/pipeline.ts';
import type { Issue, IssueFix, PipelineRule } from './rule.ts';

interface Found {
  readonly rule: PipelineRule;
  readonly issue: Issue;
  readonly jobs: Set<string>;
  readonly suppression: Suppression | undefined;
}

/** What could not be decided in a file, for one reason. */
interface Open {
  readonly at: TextRange;
  readonly reason: string;
  readonly questions: Set<string>;
}

/**
 * Makes findings and unknowns of what the rules and the readers said; what several jobs share is said once.
 * @param sawWholeProject false when only what a change touches was there to be read
 */
export function* toEmissions(
  statements: Iterable<Statement>,
  pipelines: readonly Pipeline[],
  sawWholeProject: boolean,
): Generator<Emission> {
  const found = new Map<string, Found>();
  const undecided = new Map<string, Open>();
  for (const { rule, verdict, job, suppression } of statements) {
    const { source, start, end } = verdict.at;
    if ('undecided' in verdict) {
      const { undecided: question, at, reason = 'needs-facts' } = verdict;
      // What settings decide is said once a file, what could not be read in each place.
      const place = reason === 'needs-facts' ? source.uri : `${source.uri}:${start} ${reason}`;
      const open = undecided.get(place) ?? { at, reason, questions: new Set<string>() };
      open.questions.add(question);
      undecided.set(place, open);
      continue;
    }
    const key = JSON.stringify([rule.id, source.uri, start, end, verdict.subject]);
    const entry = found.get(key) ?? { rule, issue: verdict, jobs: new Set<string>(), suppression };
    if (job !== undefined) entry.jobs.add(job);
    found.set(key, entry);
  }
  for (const { at, reason, questions } of undecided.values()) {
    const all = [...questions].join('; ');
    const isSetting = reason === 'needs-facts';
    yield unknown(reason, isSetting ? `not decided without the settings of the project: ${all}` : all, at);
  }
  for (const { rule, issue, jobs, suppression } of found.values()) {
    const finding = toFinding(rule, issue, [...jobs].sort());
    yield { kind: 'finding', finding: suppression ? { ...finding, suppression } : finding };
  }
  for (const pipeline of pipelines) yield* gaps(pipeline, sawWholeProject);
}

/** What could not be read or fetched. */
function* gaps({ problems, holes, thin, source }: Pipeline, sawWholeProject: boolean): Generator<Emission> {
  for (const { code, message, at } of problems) {
    if (code === 'syntax' || code === 'limit') yield unknown(code, message, at);
  }
  if (thin) {
    const message = 'of this kind of pipeline only pins, injection, secrets and downloads are looked at';
    yield unknown('unsupported', message, { source, start: 0, end: 0 });
  }
  for (const { kind, address, reason, at } of holes) {
    // A change is looked at without the files that it leaves as they are; the build looks at all of them.
    const isElsewhere = kind === 'local' && !sawWholeProject;
    const message = isElsewhere ? 'it is not part of the change that is looked at' : reason;
    yield unknown(isElsewhere ? 'unsupported' : 'not-fetched', `${kind} ${address}: ${message}`, at);
  }
}

function unknown(reason: string, message: string, at: TextRange): Emission {
  return { kind: 'unknown', unknown: { scanner: 'pipeline', reason, message, location: toLocation(at) } };
}

function toFinding(rule: PipelineRule, issue: Issue, jobs: readonly string[]): Finding {
  const { at, message, severity, confidence, path, fixes } = issue;
  return {
    ruleId: rule.id,
    scanner: 'pipeline',
    message,
    severity: severity ?? rule.severity,
    confidence: confidence ?? rule.confidence,
    locations: [toLocation(at)],
    fingerprints: [{ kind: 'pipeline/v1', value: identity(rule, issue, jobs) }],
    ...(path && { path: path.map((step) => ({ location: toLocation(step.at), message: step.message })) }),
    ...(fixes && fixes.length > 0 && { fixes: fixes.map(toFix) }),
    ...properties(jobs, issue),
  };
}

/** The jobs that it is about, and the weaknesses that it stands for. */
function properties(jobs: readonly string[], { standsFor = [] }: Issue): Pick<Finding, 'properties'> {
  const weaknesses = [...new Set(standsFor.map(({ rule }) => rule))];
  if (jobs.length === 0 && weaknesses.length === 0) return {};
  return { properties: { ...(jobs.length > 0 && { jobs }), ...(weaknesses.length > 0 && { weaknesses }) } };
}

/** The rule, the file, the jobs and what was written, never the line. */
function identity(rule: PipelineRule, { at, subject }: Issue, jobs: readonly string[]): string {
  const written = subject ?? at.source.text.slice(at.start, at.end).replace(/\s+/g, ' ').trim();
  return createHash('sha256')
    .update(JSON.stringify([rule.id, at.source.uri, jobs, written]))
    .digest('hex');
}

function toFix({ description, safe, edits }: IssueFix): NonNullable<Finding['fixes']>[number] {
  const [first, ...rest] = edits;
  const toEdit = ({ at, text }: IssueFix['edits'][number]) => ({ location: toLocation(at), text });
  const all: NonEmpty<ReturnType<typeof toEdit>> = [toEdit(first), ...rest.map(toEdit)];
  return { description, safe, edits: all };
}

function toLocation({ source, start, end }: TextRange): Location {
  const from = source.position(start);
  const to = source.position(end);
  return { uri: source.uri, startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
}
