import type { CompatRule } from './config/config.ts';
import type { CompatFinding, RequiredFinding } from './finding.ts';

/**
 * The findings of a composite rule that have a finding of every rule it requires near them, with these as parts. `find`
 * gives what a rule finds in the same text.
 */
export function meetRequirements(
  rule: CompatRule,
  findings: readonly CompatFinding[],
  find: (id: string) => readonly CompatFinding[],
): readonly CompatFinding[] {
  if (rule.required.length === 0 || findings.length === 0) return findings;
  const parts = rule.required.map((required) => ({ required, found: find(required.id) }));
  return findings.flatMap((finding) => {
    const near = parts.map(({ required, found }) =>
      found.filter(
        (part) =>
          Math.abs(part.startLine - finding.startLine) <= (required.withinLines ?? Infinity) &&
          Math.abs(part.startColumn - finding.startColumn) <= (required.withinColumns ?? Infinity),
      ),
    );
    if (near.some((found) => found.length === 0)) return [];
    return [{ ...finding, required: near.flat().map((part) => toRequired(part)) }];
  });
}

function toRequired(finding: CompatFinding): RequiredFinding {
  const { ruleId, startLine, endLine, startColumn, endColumn, line, match, secret } = finding;
  return { ruleId, startLine, endLine, startColumn, endColumn, line, match, secret };
}
