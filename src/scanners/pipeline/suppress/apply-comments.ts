import { lineStart } from '../../../lib/text/line-start.ts';
import { nextLine } from '../../../lib/text/next-line.ts';
import type { Suppression } from '../../../model/finding.ts';
import type { Audit } from '../audit/audit.ts';
import type { Statement } from '../audit/run-rules.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { Issue, PipelineRule } from '../rule.ts';
import { suppressionInvalid } from '../rules/configuration/suppression-invalid.ts';
import { suppressionUnused } from '../rules/configuration/suppression-unused.ts';
import { faultOf } from './comment-fault.ts';
import { ignoreComments, type IgnoreComment } from './ignore-comment.ts';

/**
 * Marks what comments in the source accept, then says which comments do not hold and which accept nothing.
 * @param rules those that were asked; the two about comments speak only when they are among them
 * @param known the ids of all rules there are
 */
export function* applyComments(
  statements: Iterable<Statement>,
  rules: readonly PipelineRule[],
  known: ReadonlySet<string>,
  pipelines: readonly Pipeline[],
  audit: Audit,
): Generator<Statement> {
  const used = new Set<string>();
  for (const statement of statements) {
    const { rule, verdict } = statement;
    const comments = ignoreComments(verdict.at.source).filter((comment) => means(comment, rule, verdict.at, audit));
    for (const { at } of comments) used.add(keyOf(at, rule.id));
    const [first] = comments;
    yield 'undecided' in verdict || !first ? statement : { ...statement, suppression: toSuppression(first) };
  }
  const [ofFaults, ofUnused] = [suppressionInvalid, suppressionUnused].map((own) =>
    rules.find(({ id }) => id === own.id),
  );
  for (const comment of commentsIn(pipelines, audit)) {
    const fault = faultOf(comment, known, audit.now);
    const verdict = fault === undefined ? unused(comment, used) : { at: comment.at, message: fault };
    const rule = fault === undefined ? ofUnused : ofFaults;
    if (rule && verdict) yield { rule, verdict };
  }
}

function means(comment: IgnoreComment, { id }: PipelineRule, at: Issue['at'], { now }: Audit): boolean {
  if (!comment.rules.includes(id) || faultOf(comment, undefined, now) !== undefined) return false;
  const first = at.source.position(at.start).line;
  const last = at.source.position(Math.max(at.start, at.end - 1)).line;
  const own = at.source.position(comment.at.start).line;
  return (first <= own && own <= last) || comment.reach.some((span) => span.first <= first && first <= span.last);
}

/** `reason` as it was given; a comment of another tool without one is named itself. */
function toSuppression({ reason, until, tool, at }: IgnoreComment): Suppression {
  const given = reason === '' && tool !== undefined ? at.source.text.slice(at.start, at.end) : reason;
  return { kind: 'in-source', reason: given, ...(until !== undefined && { expires: until }) };
}

function commentsIn(pipelines: readonly Pipeline[], { files }: Audit): readonly IgnoreComment[] {
  const uris = new Set(pipelines.flatMap(({ source, includedAt }) => [source.uri, ...(includedAt?.keys() ?? [])]));
  return [...uris].flatMap((uri) => {
    const source = files.read(uri);
    return source ? ignoreComments(source) : [];
  });
}

function unused({ ids, rules, tool, at }: IgnoreComment, used: ReadonlySet<string>): Issue | undefined {
  // Others' comments may be needed by their tool.
  if (tool !== undefined) return undefined;
  const idle = ids.filter((_, index) => !used.has(keyOf(at, rules[index] ?? '')));
  if (idle.length === 0) return undefined;
  const message = `${idle.join(', ')} ${idle.length === 1 ? 'finds' : 'find'} nothing here`;
  if (idle.length < ids.length) return { at, message };
  return { at, message, fixes: [{ description: 'remove the comment', safe: true, edits: [removal(at)] }] };
}

/** The comment, with its line when it has it for itself. */
function removal({ source, start, end }: Issue['at']): { readonly at: Issue['at']; readonly text: string } {
  const { text } = source;
  const begin = lineStart(text, start);
  const before = text.slice(begin, start);
  const code = before.replace(/\s*(?:#|\/\/)\s*$/, '');
  if (code.trim() !== '') return { at: { source, start: begin + code.length, end }, text: '' };
  return { at: { source, start: begin, end: nextLine(text, end) }, text: '' };
}

function keyOf({ source, start }: Issue['at'], rule: string): string {
  return `${source.uri}:${start} ${rule}`;
}
