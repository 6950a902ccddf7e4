import type { TextRange } from '../../../lib/text/source-text.ts';
import type { Suppression } from '../../../model/finding.ts';
import { compareConfidence, compareSeverity, type Confidence, type Severity } from '../../../model/severity.ts';
import type { Issue, PipelineRule } from '../rule.ts';
import type { Statement } from './run-rules.ts';

/**
 * Leaves out what another issue stands for: a weakness on a path that is reported as a whole, unless alone it is worse
 * or surer than the path. Where a weakness was accepted by a comment, the path that goes through it was as well.
 */
export function withoutCovered(statements: readonly Statement[]): readonly Statement[] {
  if (!statements.some(({ verdict }) => coversOf(verdict).length > 0)) return statements;
  const accepted = acceptedPlaces(statements);
  const covering = new Map<string, readonly [Severity, Confidence]>();
  const marked = statements.map((statement): Statement => {
    const covers = coversOf(statement.verdict);
    const [suppression] = covers.flatMap(({ rule, at }) => accepted.get(keyOf(rule, at)) ?? []);
    if (suppression && !statement.suppression) return { ...statement, suppression };
    if ('undecided' in statement.verdict || statement.suppression) return statement;
    for (const { rule, at } of covers) covering.set(keyOf(rule, at), weightOf(statement.rule, statement.verdict));
    return statement;
  });
  return marked.filter(({ rule, verdict, suppression }) => {
    const by = covering.get(keyOf(rule.id, verdict.at));
    if (!by || suppression || 'undecided' in verdict || verdict.standsFor) return true;
    const [severity, confidence] = weightOf(rule, verdict);
    return compareSeverity(severity, by[0]) > 0 || compareConfidence(confidence, by[1]) > 0;
  });
}

function coversOf(verdict: Statement['verdict']): NonNullable<Issue['standsFor']> {
  return 'undecided' in verdict ? [] : (verdict.standsFor ?? []);
}

function acceptedPlaces(statements: readonly Statement[]): ReadonlyMap<string, Suppression> {
  return new Map(
    statements.flatMap(({ rule, verdict, suppression }) =>
      suppression ? [[keyOf(rule.id, verdict.at), suppression] as const] : [],
    ),
  );
}

function keyOf(rule: string, { source, start }: TextRange): string {
  return `${rule} ${start} ${source.uri}`;
}

function weightOf(rule: PipelineRule, { severity, confidence }: Issue): readonly [Severity, Confidence] {
  return [severity ?? rule.severity, confidence ?? rule.confidence];
}
