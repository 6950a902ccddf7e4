import { compareConfidence, compareSeverity, type Confidence, type Severity } from '../../../model/severity.ts';
import type { TextRange } from '../../../lib/text/source-text.ts';
import type { Issue } from '../rule.ts';
import type { Statement } from './run-rules.ts';

/**
 * Leaves out what another issue stands for: a weakness on a path that is reported as a whole, unless alone it is worse
 * or surer than the path.
 */
export function withoutCovered(statements: readonly Statement[]): readonly Statement[] {
  const covering = new Map<string, readonly [Severity, Confidence]>();
  for (const statement of statements) {
    if ('undecided' in statement.verdict) continue;
    for (const { rule, at } of statement.verdict.covers ?? [])
      covering.set(keyOf(rule, at), weightOf(statement, statement.verdict));
  }
  if (covering.size === 0) return statements;
  return statements.filter((statement) => {
    const { rule, verdict } = statement;
    const by = 'undecided' in verdict ? undefined : covering.get(keyOf(rule.id, verdict.at));
    if (!by || 'undecided' in verdict || verdict.covers) return true;
    const [severity, confidence] = weightOf(statement, verdict);
    return compareSeverity(severity, by[0]) > 0 || compareConfidence(confidence, by[1]) > 0;
  });
}

function keyOf(rule: string, { source, start }: TextRange): string {
  return `${rule} ${start} ${source.uri}`;
}

function weightOf({ rule }: Statement, { severity, confidence }: Issue): readonly [Severity, Confidence] {
  return [severity ?? rule.severity, confidence ?? rule.confidence];
}
