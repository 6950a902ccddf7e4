import { compileWordGlob } from '../lib/glob/glob.ts';
import type { RuleOverride } from './policy.ts';

/**
 * What the policy makes of a rule's severity, or undefined. A whole id wins over a glob; among equals the last wins,
 * so that what is written for a gate wins over what is written for all.
 */
export function overrideOf(
  overrides: readonly RuleOverride[],
): (ruleId: string) => RuleOverride['severity'] | undefined {
  const exact = new Map(overrides.map((override) => [override.rule, override.severity]));
  const globs = overrides.map(({ rule, severity }) => ({ glob: compileWordGlob(rule), severity })).reverse();
  const known = new Map<string, RuleOverride['severity'] | undefined>();
  return (ruleId) => {
    if (known.has(ruleId)) return known.get(ruleId);
    const severity = exact.get(ruleId) ?? globs.find(({ glob }) => glob.matches(ruleId))?.severity;
    known.set(ruleId, severity);
    return severity;
  };
}
