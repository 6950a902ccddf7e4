import type { Finding } from '../model/finding.ts';
import type { ReportedRule } from '../model/report.ts';

export type RuleTable = ReadonlyMap<string, ReportedRule>;

export function ruleTable(rules: readonly ReportedRule[]): RuleTable {
  return new Map(rules.map((rule) => [rule.id, rule]));
}

/** The rule's title; a rule that is not in the table (of an imported report) is known by its id. */
export function titleOf(finding: Finding, rules: RuleTable): string {
  return rules.get(finding.ruleId)?.title ?? finding.ruleId;
}
